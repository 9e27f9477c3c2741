using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Runtime;
using FlowConfigs.Core.Storage;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// Reads the table over DynamoDB's own protocol. AWS's SDK would take half of a cold start and a third of a warm call, and a caller waits;
/// docs/performance.md has the figures. Tries once: whoever asks tries again.
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
/// </summary>
internal sealed class TableBodies(DynamoDbOptions options, Func<AWSCredentials> credentials, TimeProvider time) : IBodyReader, IDisposable
{
    private const string Service = "dynamodb";
    private const string Operation = "BatchGetItem";

    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");

    private readonly Uri address = options.Address;
    private readonly string region = options.SigningRegion;
    // Sought when they are needed: that there are none is the read's failure, and not the program's.
    private readonly Lazy<AWSCredentials> credentials = new(credentials, LazyThreadSafetyMode.PublicationOnly);
    private readonly HttpMessageInvoker http = new(InCallConnections.Handler());

    /// <exception cref="HttpRequestException">The table cannot be reached.</exception>
    /// <exception cref="JsonException">Something else answers.</exception>
    /// <exception cref="AmazonServiceException">DynamoDB refuses, such as for a table that does not exist.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyList<string> partitions, CancellationToken cancellationToken)
    {
        using var span = FlowConfigsTelemetry.Source.StartActivity("DynamoDB.BatchGetItem", ActivityKind.Client);
        span?.SetTag("db.system.name", "aws.dynamodb").SetTag("db.operation.name", Operation).SetTag("db.collection.name", options.Table);
        var found = new Dictionary<string, string>();
        byte[]? wanted = BatchGetItem.Request(options.Table, partitions);
        // DynamoDB may answer in parts: when the whole is above 16 MB, or when it is throttled.
        while (wanted is not null)
            wanted = BatchGetItem.Read(await SendAsync(wanted, cancellationToken), found);
        return found;
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{Operation}");
        AwsSignature.Sign(request, body, Service, region, await credentials.Value.GetCredentialsAsync(), time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK ? answer : throw Refusal(response.StatusCode, answer);
    }

    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
    private static AmazonServiceException Refusal(HttpStatusCode status, byte[] answer)
    {
        var (type, message) = BatchGetItem.ReadError(answer);
        return new(message, null, ErrorType.Unknown, type, null, status);
    }
}
