using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using FlowConfigs.Api.Permissions;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Live;

/// <summary>
/// Invokes getConfig with an event such as Connect sends, over Lambda's own API: what comes back is what the next contact gets.
/// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
/// </summary>
internal sealed class GetConfigFunction(IOptions<GetConfigOptions> options, TimeProvider time, ILogger<GetConfigFunction> logger)
    : IDisposable
{
    private const string Service = "lambda";
    private const int MostAttempts = 2;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http = Clients.Functions();
    private readonly GetConfigOptions options = options.Value;

    // The local emulator takes any signature; real keys have no business there.
    private readonly Lazy<AWSCredentials> credentials = new(() => options.Value.Address.IsLoopback
        ? new BasicAWSCredentials("local", "local")
        : DefaultAWSCredentialsIdentityResolver.GetCredentials());

    /// <summary>Whether this environment says which function it is.</summary>
    public bool IsKnown => options.Function is not null;

    /// <exception cref="GetConfigUnavailableException">It does not answer, or answers with an error.</exception>
    public async Task<IReadOnlyDictionary<string, string>> AnswerAsync(LiveCheckRequest asked, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InvokeAsync(EventFor(asked), cancellationToken);
            }
            catch (Exception e) when (IsFault(e) && !cancellationToken.IsCancellationRequested)
            {
                // A function that nobody has called for a while takes its time to start; Connect tries again too.
                logger.GetConfigDidNotAnswer(e);
                if (attempt == MostAttempts)
                    throw new GetConfigUnavailableException();
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Dictionary<string, string>> InvokeAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        AwsSignature.Sign(request, body, Service, options.Region, await credentials.Value.GetCredentialsAsync(), time.GetUtcNow());
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK || response.Headers.Contains("X-Amz-Function-Error"))
            throw new HttpRequestException($"It answered {(int)response.StatusCode}.", null, response.StatusCode);
        var answer = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken)) as JsonObject ?? [];
        return answer.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "");
    }

    private static bool IsFault(Exception e) =>
        e is HttpRequestException or JsonException or AmazonClientException or OperationCanceledException;

    private static byte[] EventFor(LiveCheckRequest asked)
    {
        var parameters = new JsonObject { ["id"] = asked.Id.Value };
        if (asked.Language is not null)
            parameters["lang"] = asked.Language;
        var contact = new JsonObject { ["Channel"] = asked.Channel ?? "VOICE" };
        var connect = new JsonObject { ["Details"] = new JsonObject { ["ContactData"] = contact, ["Parameters"] = parameters } };
        return Encoding.UTF8.GetBytes(connect.ToJsonString());
    }
}

/// <summary>Thrown when getConfig does not answer; what is saved holds all the same.</summary>
internal sealed class GetConfigUnavailableException()
    : Exception("getConfig does not answer at the moment, so what callers get could not be read back. What is saved stays saved. Try again.");
