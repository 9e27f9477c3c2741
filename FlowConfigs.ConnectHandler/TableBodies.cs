using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Runtime;
using FlowConfigs.Core.Table;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// Reads the table over DynamoDB's own protocol. AWS's SDK would take half of a cold start and a third of a warm call, and a caller waits;
/// docs/performance.md has the figures. This class tries once: the calling code tries again.
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
/// </summary>
internal sealed class TableBodies(DynamoDbOptions options, Func<AWSCredentials> credentials, TimeProvider time) : IBodyReader, IDisposable
{
    private const string Service = "dynamodb";
    private const string Operation = "BatchGetItem";

    // Longer than the calling code waits: that code ends the request.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");

    private readonly Uri address = options.Address;
    private readonly HttpMessageInvoker http = new(new AwsHandler(Service, options.SigningRegion, credentials, time)
    {
        QuotesService = true,
        InnerHandler = InCallConnections.Handler(),
    });

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
        var pauses = new Pauses(Longest);
        while (wanted is not null)
        {
            var before = found.Count;
            wanted = BatchGetItem.Read(await SendAsync(wanted, cancellationToken), found);
            if (wanted is not null && found.Count == before)
                await pauses.NextAsync(cancellationToken);
        }

        return found;
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{Operation}");
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
