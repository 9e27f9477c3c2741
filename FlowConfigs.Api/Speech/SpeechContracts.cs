using System.Text.Json.Serialization;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Api.Speech;

/// <summary>What to say.</summary>
public sealed record SpeechRequest
{
    /// <summary>A voice text as a prompt has it: plain, or SSML.</summary>
    public required string Text { get; init; }

    /// <summary>The language tag of the text.</summary>
    public required string Language { get; init; }

    /// <summary>The id of an Amazon Polly voice; without it, the text is read by the voice that the settings give the language.</summary>
    public string? Voice { get; init; }

    /// <exception cref="InvalidConfigException">The text would be refused in a prompt too, or the language is none.</exception>
    internal void Check()
    {
        List<Problem> problems = [];
        if (PromptRules.VoiceProblem(Text) is { } text)
            problems.Add(new("text", text));
        if (!LanguageTag.IsValid(Language))
            problems.Add(new("language", "Is not a language tag such as en-US."));
        if (Voice is not null && !PollyVoice.IsId(Voice))
            problems.Add(new("voice", PollyVoice.NoId));
        if (problems is not [])
            throw new InvalidConfigException(problems);
    }
}

/// <summary>The body of Polly's SynthesizeSpeech. https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html</summary>
internal sealed record PollyRequest(string Engine, string OutputFormat, string Text, string TextType, string VoiceId);

[JsonSerializable(typeof(PollyRequest))]
internal sealed partial class PollyJson : JsonSerializerContext;

/// <summary>Thrown when Amazon Polly does not speak; answered with 503.</summary>
internal sealed class SpeechUnavailableException(string message) : UnavailableException(message);
