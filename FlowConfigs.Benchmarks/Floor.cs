using System.Net.Http.Headers;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Benchmarks;

/// <summary>
/// The least that a function could do: the one read of the table, as bytes that were made before, and nothing done with the answer. It
/// runs in the same loop as ours, so that the way through the emulator is the same.
/// </summary>
internal static class Floor
{
    /// <summary>FLOOR_READ holds the request's body; without it nothing is read, which is the way through the emulator alone.</summary>
    public const string ReadVariable = "FLOOR_READ";

    public static async Task<int> RunAsync()
    {
        using var telemetry = LambdaTelemetry.Start("floor");
        using var http = new HttpClient { BaseAddress = new(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB")!) };
        var read = Environment.GetEnvironmentVariable(ReadVariable);
        return await LambdaRuntime.RunAsync(() => Task.FromResult<LambdaHandler>(ReadAsync), telemetry);

        async Task<ReadOnlyMemory<byte>> ReadAsync(LambdaInvocation invocation, CancellationToken cancellationToken)
        {
            if (read is null)
                return "{}"u8.ToArray();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(read) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
            request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.BatchGetItem");
            // DynamoDB Local checks no signature, but wants one.
            request.Headers.TryAddWithoutValidation(
                "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
            using var response = await http.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return "{}"u8.ToArray();
        }
    }
}
