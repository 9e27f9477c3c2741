using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using FlowConfigs.Api.Http;
using FlowConfigs.Core.Access;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace FlowConfigs.Api.Access;

/// <summary>
/// Asks Amazon Verified Permissions, in its protocol (AWS JSON 1.0), up to 30 questions a call. All calls of a request together have
/// 2.5 seconds; whatever goes wrong, access is denied.
/// </summary>
internal sealed class VerifiedPermissions(HttpClient http, IOptions<SignInOptions> options, TimeProvider time) : IPermissions
{
    // https://docs.aws.amazon.com/verifiedpermissions/latest/userguide/quotas.html
    public const int MostQuestions = 30;

    /// <summary>The name by which AWS signs.</summary>
    public const string Service = "verifiedpermissions";

    private const string Operation = "VerifiedPermissions.BatchIsAuthorizedWithToken";
    private static readonly TimeSpan Limit = TimeLimits.Of(TimeSpan.FromMilliseconds(2500));
    private static readonly TimeSpan AttemptLimit = TimeLimits.Of(TimeSpan.FromMilliseconds(1100));
    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");

    /// <summary>Two attempts; and a pause for a service that is down, whose load more attempts would only double.</summary>
    public static void Resilience(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services) => builder
        .AddOneRetry(e => services.GetRequiredService<ILogger<VerifiedPermissions>>().PermissionsTriedAgain(e?.Message ?? ""))
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.9,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(10),
            BreakDuration = TimeSpan.FromSeconds(1),
            ShouldHandle = arguments => ValueTask.FromResult(AwsClients.MayPass(arguments.Outcome)),
        })
        .AddTimeout(AttemptLimit);

    public async Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
        Caller caller, IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var span = FlowConfigsTelemetry.Source.StartActivity("policy decision");
        var start = time.GetTimestamp();
        try
        {
            var allowed = new HashSet<AccessQuestion>();
            foreach (var part in questions.Chunk(MostQuestions))
                allowed.UnionWith(await AskAsync(caller, part, limit.Token));
            span?.SetTag("flowconfigs.policy.questions", questions.Count).SetTag("flowconfigs.policy.allowed", allowed.Count);
            ProductMetrics.Decided(allowed.Count, questions.Count - allowed.Count, time.GetElapsedTime(start));
            return allowed;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw new AccessUnavailableException("Verified Permissions does not answer.", e);
        }
    }

    private async Task<IEnumerable<AccessQuestion>> AskAsync(Caller caller, AccessQuestion[] questions, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            PolicyRequest.Of(options.Value.PolicyStore, caller, questions), PolicyJson.Default.PolicyRequest);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.PolicyAddress) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Add("X-Amz-Target", Operation);
        using var response = await http.SendAsync(request, cancellationToken);
        var json = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = JsonSerializer.Deserialize(json, PolicyJson.Default.PolicyAnswer);
        var yes = (answer?.Results ?? []).Where(result => result.Decision == "ALLOW").Select(result => result.Request).ToHashSet();
        return questions.Where(question => yes.Contains(PolicyRequest.Question(question)));
    }
}
