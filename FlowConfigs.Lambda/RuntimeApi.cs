using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace FlowConfigs.Lambda;

/// <summary>
/// Lambda's Runtime API over one kept connection (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). Its calls block:
/// the process has nothing else to do meanwhile, and a thread that waits is awake sooner than one that has to be called.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http;
    private bool hasServed;

    public RuntimeApi(LambdaEnvironment environment)
    {
        var handler = new SocketsHttpHandler
        {
            // our own requests to the Runtime API are not part of any trace
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseCookies = false,
            UseProxy = false,
        };
        http = new HttpClient(handler)
        {
            BaseAddress = new Uri($"http://{environment.RuntimeApi.TrimEnd('/')}/2018-06-01/runtime/"),
            // "Do not set a timeout on the GET request as the response may be delayed" (…#runtimes-api-next)
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Waits for the next invocation.</summary>
    /// <exception cref="RuntimeApiException">The Runtime API cannot be reached or answers what it should not.</exception>
    public LambdaInvocation Next(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "invocation/next");
        try
        {
            using var answer = http.Send(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new RuntimeApiException($"The Runtime API answered {(int)answer.StatusCode} to invocation/next.");
            var invocation = new LambdaInvocation
            {
                RequestId = Header(answer, "Lambda-Runtime-Aws-Request-Id")
                    ?? throw new RuntimeApiException("The Runtime API sent an invocation without Lambda-Runtime-Aws-Request-Id."),
                InvokedFunctionArn = Header(answer, "Lambda-Runtime-Invoked-Function-Arn") ?? "",
                Deadline = Deadline(Header(answer, "Lambda-Runtime-Deadline-Ms")),
                TraceId = Header(answer, "Lambda-Runtime-Trace-Id"),
                Payload = Read(answer.Content, cancellationToken),
                IsColdStart = !hasServed,
            };
            hasServed = true;
            return invocation;
        }
        catch (HttpRequestException error)
        {
            throw new RuntimeApiException($"The Runtime API at {http.BaseAddress} cannot be reached: {error.Message}", error);
        }
    }

    /// <summary>Sends the answer.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-response</remarks>
    public bool Respond(string requestId, ReadOnlyMemory<byte> answer) =>
        Send($"invocation/{requestId}/response", answer, null);

    /// <summary>Sends an error as the answer.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror</remarks>
    public bool Fail(string requestId, LambdaError error) =>
        Send($"invocation/{requestId}/error", Body(error), $"Function.{error.ErrorType}");

    /// <summary>Says that the function cannot start.</summary>
    /// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-initerror</remarks>
    /// <exception cref="RuntimeApiException">The Runtime API cannot be reached.</exception>
    public bool FailInit(LambdaError error) =>
        Send("init/error", Body(error), $"Init.{error.ErrorType}");

    public void Dispose() => http.Dispose();

    /// <returns>False when the Runtime API refuses this message, such as one for an invocation whose time is up.</returns>
    private bool Send(string path, ReadOnlyMemory<byte> body, string? errorReason)
    {
        using var request = Post(path, body, errorReason);
        try
        {
            using var answer = http.Send(request);
            // 500: "Container error. Non-recoverable state. Runtime should exit promptly."
            return answer.StatusCode < HttpStatusCode.InternalServerError
                ? answer.IsSuccessStatusCode
                : throw new RuntimeApiException($"The Runtime API answered {(int)answer.StatusCode} to {path}.");
        }
        catch (HttpRequestException error)
        {
            throw new RuntimeApiException($"The Runtime API at {http.BaseAddress} cannot be reached: {error.Message}", error);
        }
    }

    private static HttpRequestMessage Post(string path, ReadOnlyMemory<byte> body, string? errorReason)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = Json;
        if (errorReason is not null)
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorReason);
        return request;
    }

    // It is in memory already: Send has waited for all of it.
    private static byte[] Read(HttpContent content, CancellationToken cancellationToken)
    {
        using var payload = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
        content.CopyTo(payload, null, cancellationToken);
        return payload.ToArray();
    }

    private static byte[] Body(LambdaError error) => JsonSerializer.SerializeToUtf8Bytes(error, LambdaErrorJson.Readable.LambdaError);

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static DateTimeOffset Deadline(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? DateTimeOffset.FromUnixTimeMilliseconds(value)
            : throw new RuntimeApiException($"The Runtime API sent '{milliseconds}' as Lambda-Runtime-Deadline-Ms.");
}

/// <summary>The Runtime API itself fails: the process cannot go on.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
