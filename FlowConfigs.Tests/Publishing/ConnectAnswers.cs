using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Publishing;

/// <summary>
/// Stands in for Amazon Connect's REST API, for the AWS CLI itself: answers "GET /instance/*" and the like with JSON. A query behind
/// the path has to be in the request, whose body's texts count as part of its query; of several that fit, the most precise answers.
/// What is not known is a ResourceNotFoundException.
/// </summary>
internal sealed class ConnectAnswers : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IReadOnlyList<Answer> answers;

    private ConnectAnswers(IEnumerable<KeyValuePair<string, string>> answers)
    {
        this.answers =
        [
            .. answers.Select(answer => new Answer(answer.Key, answer.Value))
                .OrderByDescending(answer => answer.Parameters.Count)
                .ThenByDescending(answer => answer.Path.Length),
        ];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.Single();

    /// <summary>What was asked and is not known: "GET /instance/x".</summary>
    public ConcurrentQueue<string> Unknown { get; } = new();

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>Starts it with answers by "METHOD path?query".</summary>
    public static async Task<ConnectAnswers> StartAsync(IEnumerable<KeyValuePair<string, string>> answers)
    {
        var server = new ConnectAnswers(answers);
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The answers of an instance that was built by hand, as connect-answers/*.json has them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Recorded() => Directory
        .EnumerateFiles(Repository.Path("FlowConfigs.Tests/Publishing/connect-answers"), "*.json")
        .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject())
        .Select(member => KeyValuePair.Create(member.Name, member.Value.GetRawText()));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests++;
        // The path as it was sent: ARNs in it have slashes that are no separators.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?');
        var path = Uri.UnescapeDataString(target[0]);
        var parameters = context.Request.Query.ToDictionary(
            part => part.Key, part => part.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (context.Request.ContentLength > 0)
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            foreach (var member in body.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String))
                parameters[member.Name] = member.Value.GetString()!;
        }

        var answer = answers.FirstOrDefault(answer => answer.Fits(context.Request.Method, path, parameters));
        if (answer is null)
        {
            Unknown.Enqueue($"{context.Request.Method} {path}");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers["x-amzn-errortype"] = "ResourceNotFoundException";
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer?.Json ?? """{"Message": "There is no such thing."}""", Encoding.UTF8);
    }

    private sealed class Answer
    {
        public Answer(string request, string json)
        {
            var parts = request.Split(' ', 2);
            var query = parts[1].Split('?', 2);
            (Method, Path, Json) = (parts[0], query[0], json);
            Parameters = query.Length == 1
                ? []
                : QueryHelpers.ParseQuery(query[1]).ToDictionary(part => part.Key, part => part.Value.ToString());
        }

        public string Method { get; }

        public string Path { get; }

        public string Json { get; }

        public Dictionary<string, string> Parameters { get; }

        public bool Fits(string method, string path, Dictionary<string, string> parameters) =>
            method == Method
            && FileSystemName.MatchesSimpleExpression(Path, path, ignoreCase: false)
            && Parameters.All(part => parameters.GetValueOrDefault(part.Key) == part.Value);
    }
}
