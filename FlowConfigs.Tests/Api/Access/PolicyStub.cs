using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>An address that answers as Verified Permissions does not on demand: with faults, late, or not at all.</summary>
internal sealed class PolicyStub : IAsyncDisposable
{
    private readonly WebApplication app;

    private PolicyStub(WebApplication app) => this.app = app;

    /// <summary>How many questions each call had.</summary>
    public ConcurrentQueue<int> Calls { get; } = new();

    public static Caller Ada(params IReadOnlyList<string> paths) => new("ada@example.com", "token", paths, DateTimeOffset.MaxValue);

    /// <param name="answer">Returns the status of a call by its number, beginning with 1.</param>
    public static async Task<PolicyStub> StartAsync(Func<int, CancellationToken, Task<int>> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new PolicyStub(app);
        app.Run(async http =>
        {
            var requests = (await JsonNode.ParseAsync(http.Request.Body))!["requests"]!.AsArray();
            stub.Calls.Enqueue(requests.Count);
            http.Response.StatusCode = await answer(stub.Calls.Count, http.RequestAborted);
            var isGood = http.Response.StatusCode == StatusCodes.Status200OK;
            var body = isGood ? AllowAll(requests) : new() { ["__type"] = "a.b#SomeException" };
            await http.Response.WriteAsync(body.ToJsonString());
        });
        await app.StartAsync();
        return stub;
    }

    public VerifiedPermissions Client()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.Configure<SignInOptions>(options => options.Set(name => name switch
        {
            "AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS" => app.Urls.Single(),
            "AWS_REGION" => "us-east-1",
            "FLOWCONFIGS_POLICY_STORE" => "store",
            _ => null,
        }));
        services.AddAwsClient<VerifiedPermissions, SignInOptions>(
            VerifiedPermissions.Service, options => options.Region, options => options.PolicyAddress, VerifiedPermissions.Resilience);
        return services.BuildServiceProvider().GetRequiredService<VerifiedPermissions>();
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static JsonObject AllowAll(JsonArray requests) => new()
    {
        ["results"] = new JsonArray(
            [.. requests.Select(request => new JsonObject { ["request"] = request!.DeepClone(), ["decision"] = "ALLOW" })]),
    };
}
