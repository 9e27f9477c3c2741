using System.Net;
using System.Text;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>A question to a running resource; the answer is null if all is well, or else what is wrong.</summary>
internal sealed record HealthProbe(string Name, Func<CancellationToken, Task<string?>> AskAsync);

/// <summary>The questions that tell whether a resource really answers, not only whether its process is there.</summary>
internal sealed class HealthProbes(HttpClient http)
{
    private const string NotAsking = "it does not ask the emulator for an event";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <param name="resource">The resource.</param>
    /// <param name="asksForEvents">Tells whether a Lambda function waits for its next event.</param>
    public IReadOnlyList<HealthProbe> For(IResource resource, Func<string, bool> asksForEvents)
    {
        var probes = new List<HealthProbe>();
        foreach (var check in resource.Annotations.OfType<HttpHealthAnnotation>())
            probes.Add(new HealthProbe($"GET {check.Path}", token => GetAsync((IResourceWithEndpoints)resource, check, token)));

        if (resource is DynamoDBLocalResource dynamo)
            probes.Add(new HealthProbe("ListTables", token => ListTablesAsync(dynamo, token)));

        if (resource.Annotations.OfType<LambdaHealthAnnotation>().Any())
            probes.Add(new HealthProbe("asks for events", _ => Task.FromResult(asksForEvents(resource.Name) ? null : NotAsking)));

        return probes;
    }

    /// <summary>Asks within a time limit, and makes any failure to answer an answer.</summary>
    public static async Task<string?> AskAsync(HealthProbe probe, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await probe.AskAsync(limit.Token);
        }
        catch (HttpRequestException problem)
        {
            return problem.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Limit.TotalSeconds} s";
        }
    }

    private async Task<string?> GetAsync(IResourceWithEndpoints resource, HttpHealthAnnotation check, CancellationToken cancellationToken)
    {
        var name = check.EndpointName ?? resource.Annotations.OfType<EndpointAnnotation>().First(e => e.UriScheme == "http").Name;
        using var answer = await http.GetAsync(new Uri(new EndpointReference(resource, name).Url + check.Path), cancellationToken);
        return (int)answer.StatusCode == check.StatusCode ? null : $"it answered {(int)answer.StatusCode} instead of {check.StatusCode}";
    }

    /// <summary>A real request, because the first one takes DynamoDB Local half a second; its signature may be any.</summary>
    private async Task<string?> ListTablesAsync(DynamoDBLocalResource dynamo, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new EndpointReference(dynamo, "http").Url);
        request.Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", "DynamoDB_20120810.ListTables");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.OK ? null : $"it answered {(int)answer.StatusCode} to ListTables";
    }
}
