using System.IO.Pipelines;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace FlowConfigs.ServiceDefaults.ApiGateway;

/// <summary>
/// Gathers what the program answers. As on Kestrel, the response starts with its first byte; from then on the headers are fixed.
/// </summary>
internal sealed class LambdaResponse : IHttpResponseFeature, IHttpResponseBodyFeature, IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly ResponseBodyStream stream;
    private readonly PipeWriter writer;
    private readonly Stack<(Func<object, Task> Callback, object State)> starting = [];
    private readonly Stack<(Func<object, Task> Callback, object State)> completed = [];
    private readonly HeaderDictionary headers = [];
    private int statusCode = StatusCodes.Status200OK;

    public LambdaResponse()
    {
        stream = new ResponseBodyStream(bytes, StartAsync);
        writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        Headers = headers;
        Body = stream;
    }

    public int StatusCode
    {
        get => statusCode;
        set => statusCode = HasStarted ? throw new InvalidOperationException("StatusCode cannot be set: the response has started.") : value;
    }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers { get; set; }

    public Stream Body { get; set; }

    public bool HasStarted { get; private set; }

    Stream IHttpResponseBodyFeature.Stream => stream;

    PipeWriter IHttpResponseBodyFeature.Writer => writer;

    public void OnStarting(Func<object, Task> callback, object state)
    {
        if (HasStarted)
            throw new InvalidOperationException("OnStarting cannot be set: the response has started.");
        starting.Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Push((callback, state));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
            return;
        while (starting.TryPop(out var each))
            await each.Callback(each.State);
        HasStarted = true;
        headers.IsReadOnly = true;
    }

    public async Task CompleteAsync()
    {
        await writer.FlushAsync();
        await StartAsync();
        await writer.CompleteAsync();
    }

    public void DisableBuffering()
    {
        // the answer always goes as a whole
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(stream, path, offset, count, cancellationToken);

    /// <summary>Throws away what was prepared, before the response has started.</summary>
    public void Reset(int status)
    {
        headers.Clear();
        starting.Clear();
        statusCode = status;
    }

    /// <summary>Runs what the program wants done after its answer.</summary>
    public async Task RunCompletedAsync()
    {
        while (completed.TryPop(out var each))
            await each.Callback(each.State);
    }

    /// <summary>The answer as API Gateway takes it, for the request's <paramref name="method"/>.</summary>
    public ApiGatewayAnswer ToAnswer(string method)
    {
        var hasBody = !HttpMethods.IsHead(method) && statusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);
        var body = hasBody ? bytes.GetBuffer().AsSpan(0, (int)bytes.Length) : [];
        var isText = IsText(body);
        return new ApiGatewayAnswer
        {
            StatusCode = statusCode,
            MultiValueHeaders = Headers
                .Where(header => !header.Key.Equals(HeaderNames.TransferEncoding, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => (IReadOnlyList<string?>)[.. header.Value]),
            Body = isText ? System.Text.Encoding.UTF8.GetString(body) : Convert.ToBase64String(body),
            IsBase64Encoded = !isText,
        };
    }

    public void Dispose()
    {
        stream.Dispose();
        bytes.Dispose();
    }

    // Anything else goes as base64, which API Gateway turns back for the media types that the API declares as binary:
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html
    private bool IsText(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return true;
        if (Headers.ContentEncoding.Count > 0 || !Utf8.IsValid(body))
            return false;
        if (!MediaTypeHeaderValue.TryParse(Headers.ContentType.ToString(), out var type))
            return true;
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return false;
        return type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
            || IsTextual(type.Suffix.HasValue ? type.Suffix.ToString() : type.SubType.ToString());
    }

    private static bool IsTextual(string format) =>
        format.ToUpperInvariant() is "JSON" or "XML" or "YAML" or "JAVASCRIPT" or "X-WWW-FORM-URLENCODED";
}
