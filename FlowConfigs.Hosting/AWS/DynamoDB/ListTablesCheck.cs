using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowConfigs.Hosting.AWS.DynamoDB;

/// <summary>
/// Sends a real request, because the first one takes DynamoDB Local half a second. DynamoDB Local accepts any signature.
/// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTables.html
/// </summary>
internal sealed class ListTablesCheck(EndpointReference endpoint) : IHealthCheck
{
    private const string AnySignature =
        "AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private static readonly HttpClient Http = new();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url)
            {
                Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0"),
                Headers = { { "X-Amz-Target", "DynamoDB_20120810.ListTables" } },
            };
            request.Headers.TryAddWithoutValidation("Authorization", AnySignature);
            using var answer = await Http.SendAsync(request, cancellationToken);
            return answer.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"ListTables returned {(int)answer.StatusCode}");
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy(problem.Message);
        }
    }
}
