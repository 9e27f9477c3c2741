using System.Text.Json.Serialization;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>What a flow gets for a config, and why.</summary>
/// <param name="Id">The config asked for.</param>
/// <param name="Version">Its version.</param>
/// <param name="Language">The language that the config as a whole answers in; empty when it has no prompt and none is known.</param>
/// <param name="Values">Every key with its value and the reason for it.</param>
public sealed record Resolution(ConfigId Id, int Version, string Language, IReadOnlyList<ResolvedValue> Values)
{
    /// <summary>Whether any of the values is a prompt's text.</summary>
    public bool HasPrompts => Values.Any(value => value.Reason.Text is not null);

    /// <summary>The three keys with the longest values, longest first: where to begin when an answer is too large.</summary>
    public IEnumerable<string> LargestKeys => Values.OrderByDescending(value => value.Value.Length).Take(3).Select(value => value.Key);
}

/// <summary>A key, its value, and why it has it.</summary>
public sealed record ResolvedValue(string Key, string Value, Reason Reason);

/// <summary>Why a key has its value.</summary>
/// <param name="Source">Whether the config itself gives it, a parent, a timed change or a scenario.</param>
/// <param name="From">The config that gives it, or that has the timed change or the scenario.</param>
public sealed record Reason(ReasonSource Source, ConfigId From)
{
    /// <summary>The timed change or the scenario.</summary>
    public string? Name { get; init; }

    /// <summary>When that ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The language of the text; null for a variable.</summary>
    public string? Language { get; init; }

    /// <summary>Why that language; null for a variable.</summary>
    public LanguageMatch? LanguageMatch { get; init; }

    /// <summary>Which text; null for a variable.</summary>
    public TextSource? Text { get; init; }
}

/// <summary>Which of a prompt's texts was taken.</summary>
[JsonConverter(typeof(EnumNames<TextSource>))]
public enum TextSource
{
    /// <summary>The voice text as it stands.</summary>
    Voice,

    /// <summary>The chat text.</summary>
    Chat,

    /// <summary>The voice text made plain, because there is no chat text.</summary>
    VoiceAsText,
}
