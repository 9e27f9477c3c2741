using System.Net.Http.Headers;
using System.Text.Json;
using Amazon.Runtime;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;
using Microsoft.Extensions.Options;
using Polly;

namespace FlowConfigs.Api.Speech;

/// <summary>
/// Has Amazon Polly read a text aloud, over its own API; its package is not on the registry used here. One attempt: the user
/// who listens can ask again.
/// </summary>
internal sealed class AmazonPolly(HttpClient http, IOptions<SpeechOptions> options, ILogger<AmazonPolly> logger)
{
    /// <summary>The name by which AWS signs.</summary>
    public const string Service = "polly";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public bool IsOn => options.Value.IsOn;

    /// <summary>One attempt.</summary>
    public static void Resilience(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services) =>
        builder.AddTimeout(TimeSpan.FromSeconds(8));

    /// <returns>MP3.</returns>
    /// <exception cref="InvalidConfigException">Polly refuses the text, such as for a tag of SSML that the voice does not know.</exception>
    /// <exception cref="SpeechUnavailableException">It does not answer, or does not have the voice.</exception>
    public async Task<byte[]> SpeakAsync(string text, PollyVoice voice, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new(voice.Engine, "mp3", Ssml.ForSpeech(text).Trim(), Ssml.IsSsml(text) ? "ssml" : "text", voice.Id), PollyJson.Default.PollyRequest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = Json;
            using var response = await http.SendAsync(request, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (AmazonServiceException e) when (Refusal(e.ErrorCode, voice) is { } refusal)
        {
            throw refusal;
        }
        catch (Exception e) when (AwsClients.IsFault(e) && !cancellationToken.IsCancellationRequested)
        {
            logger.PollyDidNotAnswer(e);
            throw new SpeechUnavailableException("Amazon Polly is not answering right now. Try again.");
        }
    }

    private static Exception? Refusal(string? fault, PollyVoice voice) => fault switch
    {
        "InvalidSsmlException" => new InvalidConfigException(
        [
            new("text", $"Amazon Polly rejects this SSML with the {voice.Engine} voice {voice.Id}: check its tags and their values."),
        ]),
        "TextLengthExceededException" => new InvalidConfigException([new("text", "Is too long for Amazon Polly.")]),
        "EngineNotSupportedException" or "LanguageNotSupportedException" or "ValidationException" => new SpeechUnavailableException(
            $"Amazon Polly has no {voice.Engine} voice {voice.Id} in this Region. An admin can give the language another in the settings."),
        _ => null,
    };
}
