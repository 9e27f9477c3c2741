using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using FlowConfigs.Api.Auth;
using FlowConfigs.Core.Access;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Permissions;

/// <summary>
/// Asks Amazon Verified Permissions, in its protocol (AWS JSON 1.0), up to 30 questions a call. All calls of a request together have
/// 2.5 seconds; whatever goes wrong, the answer is not yes.
/// </summary>
internal sealed class VerifiedPermissions : IPermissions, IDisposable
{
    // https://docs.aws.amazon.com/verifiedpermissions/latest/userguide/quotas.html
    public const int MostQuestions = 30;

    private const string Service = "verifiedpermissions";
    private const string Operation = "VerifiedPermissions.BatchIsAuthorizedWithToken";
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(2500);
    private static readonly MediaTypeHeaderValue Json = new("application/x-amz-json-1.0");

    private readonly HttpClient http = Clients.Permissions();
    private readonly RetryBudget retries = new();
    private readonly SignInOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<VerifiedPermissions> logger;
    private readonly Lazy<AWSCredentials> credentials;
    private readonly Uri address;

    public VerifiedPermissions(IOptions<SignInOptions> options, TimeProvider time, ILogger<VerifiedPermissions> logger)
    {
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
        address = new(this.options.PolicyEndpoint ?? $"https://{Service}.{this.options.Region}.amazonaws.com");
        // The local engine takes any signature; real keys have no business there.
        credentials = new(() => address.IsLoopback
            ? new BasicAWSCredentials("local", "local")
            : DefaultAWSCredentialsIdentityResolver.GetCredentials());
    }

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
        catch (Exception e) when (e is not AccessUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw new AccessUnavailableException("Verified Permissions does not answer.", e);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<IEnumerable<AccessQuestion>> AskAsync(Caller caller, AccessQuestion[] questions, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            PolicyRequest.Of(options.PolicyStore, caller, questions), PolicyJson.Default.PolicyRequest);
        var answer = JsonSerializer.Deserialize(await SendAsync(body, cancellationToken), PolicyJson.Default.PolicyAnswer);
        var yes = (answer?.Results ?? []).Where(result => result.Decision == "ALLOW").Select(result => result.Request).ToHashSet();
        return questions.Where(question => yes.Contains(PolicyRequest.Question(question)));
    }

    private async Task<byte[]> SendAsync(byte[] body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendOnceAsync(body, cancellationToken);
                retries.Succeeded();
                return answer;
            }
            catch (Exception e) when (MayPass(e) && attempt == 1 && !cancellationToken.IsCancellationRequested && retries.TrySpend())
            {
                logger.PermissionsTriedAgain(e.Message);
            }
        }
    }

    private async Task<byte[]> SendOnceAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Add("X-Amz-Target", Operation);
        AwsSignature.Sign(request, body, Service, options.Region, await credentials.Value.GetCredentialsAsync(), time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.StatusCode == HttpStatusCode.OK ? answer : throw Fault(response.StatusCode, answer);
    }

    private static HttpRequestException Fault(HttpStatusCode status, byte[] answer)
    {
        string? type = null;
        try
        {
            type = JsonSerializer.Deserialize(answer, PolicyJson.Default.PolicyFault)?.Type?.Split('#')[^1];
        }
        catch (JsonException)
        {
            // Something between here and there has answered.
        }

        // The service's own sentence may quote what was sent.
        var kind = type == "ThrottlingException" ? HttpStatusCode.TooManyRequests : status;
        return new HttpRequestException($"It answered {(int)status} {type}.", null, kind);
    }

    private static bool MayPass(Exception fault) => fault switch
    {
        HttpRequestException { StatusCode: null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        TaskCanceledException => true,
        _ => false,
    };
}
