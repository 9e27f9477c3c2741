using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Settings;

/// <summary>The settings that an admin makes for all users. There is one set of them; until it is saved, the defaults apply.</summary>
public sealed record SharedSettings
{
    private static readonly OfferedLanguage[] DefaultLanguages = [new("en-US", "Joanna"), new("es-US", "Lupe")];

    /// <summary>The languages that screens offer for texts, in the order in which they show them.</summary>
    public IReadOnlyList<OfferedLanguage> Languages { get; init => field = value ?? DefaultLanguages; } = DefaultLanguages;

    /// <summary>The default language that a screen gives to a new config; one of <see cref="Languages"/>.</summary>
    public string DefaultLanguage { get; init => field = value ?? DefaultLanguages[0].Tag; } = DefaultLanguages[0].Tag;

    /// <summary>How far business users may go.</summary>
    public SettingsLimits Limits { get; init => field = value ?? SettingsLimits.Default; } = SettingsLimits.Default;

    /// <summary>What differs between two settings, field by field.</summary>
    /// <param name="before">The one; null when none was saved.</param>
    /// <param name="after">The other.</param>
    public static IReadOnlyList<FieldChange> Changes(SharedSettings? before, SharedSettings after)
    {
        var (was, now) = (before?.Fields() ?? [], after.Fields());
        return
        [
            .. was.Keys.Union(now.Keys)
                .Select(path => new FieldChange(path, was.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private Dictionary<string, string> Fields()
    {
        var fields = new Dictionary<string, string>
        {
            ["languages"] = string.Join(", ", Languages.Select(language => language.Tag)),
            ["defaultLanguage"] = DefaultLanguage,
            ["limits.longestChangeDays"] = $"{Limits.LongestChangeDays}",
            ["limits.longestScenarioHours"] = $"{Limits.LongestScenarioHours}",
            ["limits.promptCharacters"] = $"{Limits.PromptCharacters}",
            ["limits.callDays"] = $"{Limits.CallDays ?? SettingsLimits.DefaultCallDays}",
        };
        foreach (var language in Languages)
            fields[$"languages.{language.Tag}.voice"] = language.Voice;
        return fields;
    }
}

/// <summary>A language on offer.</summary>
/// <param name="Tag">Its BCP 47 tag.</param>
/// <param name="Voice">
/// The Amazon Polly voice that a flow speaks it with, by its id such as <c>Joanna</c>
/// (https://docs.aws.amazon.com/polly/latest/dg/available-voices.html).
/// </param>
public sealed record OfferedLanguage(string Tag, string Voice);

/// <summary>Limits within those that AWS sets (<see cref="ProductLimits"/>).</summary>
public sealed record SettingsLimits
{
    /// <summary>Days that a call is kept unless the settings say otherwise.</summary>
    public const int DefaultCallDays = 30;

    /// <summary>The limits that hold until others are saved.</summary>
    public static SettingsLimits Default { get; } = new()
    {
        LongestChangeDays = 366,
        LongestScenarioHours = 72,
        PromptCharacters = PromptRules.MaxBilledCharacters,
        CallDays = DefaultCallDays,
    };

    /// <summary>Most days from the beginning of a timed change to its end, 1–1,830.</summary>
    public required int LongestChangeDays { get; init; }

    /// <summary>Most hours that a scenario stays on, 1–8,784.</summary>
    public required int LongestScenarioHours { get; init; }

    /// <summary>Most characters of a prompt that are spoken, 1–3,000.</summary>
    public required int PromptCharacters { get; init; }

    /// <summary>Days that a call is kept, 1–365; null, as in older settings, is <see cref="DefaultCallDays"/>.</summary>
    public int? CallDays { get; init; }
}
