using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.Tests.Lambda.Aws;

/// <summary>An address that answers the client in ways a real table will not on demand: late, with a fault, or not at all.</summary>
internal sealed class DynamoDbStub : IAsyncDisposable
{
    private readonly WebApplication app;

    private DynamoDbStub(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public ConcurrentQueue<(string Authorization, string Connection)> Requests { get; } = new();

    public static async Task<DynamoDbStub> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var stub = new DynamoDbStub(app);
        app.Run(async context =>
        {
            stub.Requests.Enqueue((context.Request.Headers.Authorization.ToString(), context.Connection.Id));
            await answer(context, stub.Requests.Count);
        });
        await app.StartAsync();
        return stub;
    }

    public static async Task TablesAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-amz-json-1.0";
        await context.Response.WriteAsync("""{"TableNames":["flow-configs"]}""");
    }

    public static async Task FaultAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "application/x-amz-json-1.0";
        await context.Response.WriteAsync("""{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"x"}""");
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
