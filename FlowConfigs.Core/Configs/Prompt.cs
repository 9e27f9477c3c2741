namespace FlowConfigs.Core.Configs;

/// <summary>What callers hear or read, by language and channel.</summary>
public record Prompt
{
    /// <summary>The name that people use.</summary>
    public required string Name { get; init; }

    /// <summary>The name that business users see: one line of at most 80 characters (<see cref="DisplayNames.MaxLength"/>); null shows <see cref="Name"/>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The key under which a flow reads it. Fixed when the prompt is created (<see cref="PromptKeys"/>); empty until then.
    /// </summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>What the prompt is for.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The heading under which a screen shows it; null shows it before all headings.</summary>
    public string? Section { get; init; }

    /// <summary>Whether configs below this one may not override it.</summary>
    public bool Locked { get; init; }

    /// <summary>The texts by BCP 47 language tag.</summary>
    public required IReadOnlyDictionary<string, PromptText> Texts { get; init; }
}

/// <summary>A prompt's text in one language.</summary>
public sealed record PromptText
{
    /// <summary>What is spoken: plain text, or SSML when it is a well-formed speak document.</summary>
    public required string Voice { get; init; }

    /// <summary>What is shown in a chat; null shows the voice text without its SSML.</summary>
    public string? Chat { get; init; }

    /// <summary>When the text was last changed (UTC), set at save: a translation older than its source text needs a look.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Whether the words are the same, whenever they were written.</summary>
    public bool HasSameContentAs(PromptText other) => Voice == other.Voice && Chat == other.Chat;
}
