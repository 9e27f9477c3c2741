using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using FlowConfigs.Api.Permissions;
using FlowConfigs.Core.Configs;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Speech;

/// <summary>
/// Has Amazon Polly read a text aloud, over its own API; its package is not on the registry used here. One attempt: whoever listens
/// can ask again.
/// </summary>
internal sealed class Polly(IOptions<SpeechOptions> options, TimeProvider time, ILogger<Polly> logger) : IDisposable
{
    private const string Service = "polly";
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient http = Clients.Speech();
    private readonly SpeechOptions options = options.Value;

    // A stand-in on this machine takes any signature; real keys have no business there.
    private readonly Lazy<AWSCredentials> credentials = new(() => options.Value.Address.IsLoopback
        ? new BasicAWSCredentials("local", "local")
        : DefaultAWSCredentialsIdentityResolver.GetCredentials());

    public bool IsOn => options.IsOn;

    /// <returns>MP3.</returns>
    /// <exception cref="InvalidConfigException">Polly refuses the text, such as for a tag of SSML that the voice does not know.</exception>
    /// <exception cref="SpeechUnavailableException">It does not answer, or does not have the voice.</exception>
    public async Task<byte[]> SpeakAsync(string text, PollyVoice voice, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new(voice.Engine, "mp3", text.Trim(), Ssml.LooksLikeSsml(text) ? "ssml" : "text", voice.Id), PollyJson.Default.PollyRequest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = Json;
            AwsSignature.Sign(request, body, Service, options.Region, await credentials.Value.GetCredentialsAsync(), time.GetUtcNow());
            using var response = await http.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK
                ? await response.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw Refusal(FaultOf(response), voice);
        }
        catch (Exception e) when (IsFault(e) && !cancellationToken.IsCancellationRequested)
        {
            logger.PollyDidNotAnswer(e);
            throw new SpeechUnavailableException("Amazon Polly does not answer at the moment. Try again.");
        }
    }

    public void Dispose() => http.Dispose();

    private static bool IsFault(Exception e) => e is HttpRequestException or AmazonClientException or OperationCanceledException;

    private static string FaultOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First().Split(':')[0] : $"{(int)response.StatusCode}";

    private static Exception Refusal(string fault, PollyVoice voice) => fault switch
    {
        "InvalidSsmlException" => new InvalidConfigException(
        [
            new("text", $"Amazon Polly does not take this SSML with the {voice.Engine} voice {voice.Id}: check its tags and their values."),
        ]),
        "TextLengthExceededException" => new InvalidConfigException([new("text", "Is too long for Amazon Polly.")]),
        "EngineNotSupportedException" or "LanguageNotSupportedException" or "ValidationException" => new SpeechUnavailableException(
            $"Amazon Polly has no {voice.Engine} voice {voice.Id} in this Region. An admin can give the language another in the settings."),
        _ => new HttpRequestException($"It answered {fault}."),
    };
}
