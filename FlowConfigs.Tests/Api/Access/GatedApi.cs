using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>
/// A second API on the system's own table, whose way to the table leads through a gate: a test can let somebody else do something just
/// before any request that the API sends to DynamoDB, or have that request refused.
/// </summary>
public sealed class GatedApi : IAsyncDisposable
{
    private readonly HttpClient behind;
    private readonly WebApplication gate;
    private RunningProgram? program;
    private int asked;

    private GatedApi(RunningSystem system)
    {
        behind = new() { BaseAddress = new(system.Dynamo.Config.ServiceURL) };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gate = builder.Build();
        gate.Run(PassAsync);
        Http = new() { BaseAddress = new($"http://127.0.0.1:{FreePort()}") };
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The API; requests bring a token of their own.</summary>
    public HttpClient Http { get; }

    /// <summary>How many requests have come to the gate since it was set.</summary>
    public int Asked => asked;

    private int At { get; set; }

    private Func<Task>? Meanwhile { get; set; }

    private string? Refusal { get; set; }

    public static async Task<GatedApi> StartAsync(RunningSystem system)
    {
        var api = new GatedApi(system);
        await api.gate.StartAsync(Cancelled);
        var address = api.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        api.program = new(Command(await system.EnvironmentOfAsync("api"), api.gate.Urls.First(), address));
        while (true)
        {
            try
            {
                using var answer = await api.Http.GetAsync(new Uri("/health", UriKind.Relative), Cancelled);
                return api;
            }
            catch (HttpRequestException)
            {
                Assert.False(api.program.Exited.IsCompleted, string.Join('\n', api.program.Lines));
                await Task.Delay(50, Cancelled);
            }
        }
    }

    /// <summary>Lets something happen just before the API's request of this number from now on, counted from 1.</summary>
    public void Before(int request, Func<Task> meanwhile) => (asked, At, Meanwhile, Refusal) = (0, request, meanwhile, null);

    /// <summary>Answers every write of several items from now on as DynamoDB does when one of them is refused for a reason.</summary>
    public void CancelWrites(string reason) => (asked, At, Meanwhile, Refusal) = (0, 0, null, reason);

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
            await program.DisposeAsync();
        Http.Dispose();
        await gate.DisposeAsync();
        behind.Dispose();
    }

    private static ProcessCommand Command(IReadOnlyDictionary<string, string> environment, string dynamo, string address)
    {
        var own = environment.ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        own["AWS_ENDPOINT_URL_DYNAMODB"] = dynamo;
        own["ASPNETCORE_URLS"] = address;
        own["OTEL_EXPORTER_OTLP_ENDPOINT"] = "";
        return new("dotnet", [Repository.Built("FlowConfigs.Api")], Repository.Path("FlowConfigs.Api")) { Environment = own };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task PassAsync(HttpContext http)
    {
        if (Interlocked.Increment(ref asked) == At)
            await Meanwhile!();
        var target = http.Request.Headers["X-Amz-Target"].ToString();
        if (Refusal is not null && target.EndsWith("TransactWriteItems", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await ReplyAsync(http, $$"""
                { "__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException", "Message": "Cancelled",
                  "CancellationReasons": [{ "Code": "{{Refusal}}", "Message": "Wait" }, { "Code": "None" }] }
                """);
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(http.Request.Body) };
        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await behind.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        await ReplyAsync(http, await answer.Content.ReadAsStringAsync(http.RequestAborted));
    }

    private static async Task ReplyAsync(HttpContext http, string body)
    {
        http.Response.ContentType = "application/x-amz-json-1.0";
        await http.Response.WriteAsync(body, http.RequestAborted);
    }
}
