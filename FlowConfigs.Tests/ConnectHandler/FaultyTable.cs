using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>What can be wrong with the way to the table.</summary>
public enum Fault
{
    None,
    Slow,
    VerySlow,
    Silent,
    Reset,
    Garbage,
    HalfAnAnswer,
    ServerError,
    Throttled,
    NoSuchTable,
    AccessDenied,
    LeftForLater,
}

/// <summary>DynamoDB Local behind a door that can be made faulty.</summary>
internal sealed class FaultyTable : IAsyncDisposable
{
    private readonly HttpClient behind;
    private readonly WebApplication door;
    private int asked;

    private FaultyTable(Uri dynamo)
    {
        behind = new() { BaseAddress = dynamo };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        door = builder.Build();
        door.Run(AnswerAsync);
    }

    public Fault Fault { get; set; }

    /// <summary>How often the table was asked.</summary>
    public int Asked => asked;

    public string Url => door.Urls.First();

    public static async Task<FaultyTable> StartAsync(Uri dynamo)
    {
        var table = new FaultyTable(dynamo);
        await table.door.StartAsync(TestContext.Current.CancellationToken);
        return table;
    }

    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        behind.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref asked);
        switch (Fault)
        {
            case Fault.Slow:
                await Task.Delay(TimeSpan.FromSeconds(1), http.RequestAborted);
                await ForwardAsync(http);
                break;
            case Fault.VerySlow:
                await Task.Delay(TimeSpan.FromSeconds(5), http.RequestAborted);
                await ForwardAsync(http);
                break;
            case Fault.Silent:
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
                break;
            case Fault.Reset:
                http.Abort();
                break;
            case Fault.HalfAnAnswer:
                http.Response.ContentLength = 5000;
                await http.Response.WriteAsync("{\"Responses\":{\"");
                await http.Response.Body.FlushAsync();
                http.Abort();
                break;
            case Fault.Garbage:
                await ReplyAsync(http, 200, "<html>A proxy's log-in page</html>");
                break;
            case Fault.ServerError:
                await ReplyAsync(http, 500, Error("InternalServerError"));
                break;
            case Fault.Throttled:
                await ReplyAsync(http, 400, Error("ThrottlingException"));
                break;
            case Fault.NoSuchTable:
                await ReplyAsync(http, 400, Error("ResourceNotFoundException"));
                break;
            case Fault.AccessDenied:
                await ReplyAsync(http, 400, Error("AccessDeniedException"));
                break;
            case Fault.LeftForLater:
                using (var asked = await JsonDocument.ParseAsync(http.Request.Body))
                    await ReplyAsync(http, 200, $$"""{ "Responses": {}, "UnprocessedKeys": {{asked.RootElement.GetProperty("RequestItems")}} }""");
                break;
            default:
                await ForwardAsync(http);
                break;
        }
    }

    private async Task ForwardAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(http.Request.Body) };
        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await behind.SendAsync(request, http.RequestAborted);
        await ReplyAsync(http, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(http.RequestAborted));
    }

    private static async Task ReplyAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/x-amz-json-1.0";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), http.RequestAborted);
    }

    private static string Error(string name) => $$"""{ "__type": "com.amazonaws.dynamodb.v20120810#{{name}}", "message": "A fault" }""";
}
