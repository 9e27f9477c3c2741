using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// Which texts a config lacks, its own and those that it inherits: language × channel × prompt. Rules R30 and R31.
/// </summary>
/// <param name="Id">The config.</param>
/// <param name="Languages">The languages on offer, in their order, then those that are only present, by their tags.</param>
/// <param name="Prompts">Every prompt of the chain.</param>
public sealed record Completeness(ConfigId Id, IReadOnlyList<string> Languages, IReadOnlyList<PromptCompleteness> Prompts)
{
    /// <summary>The name that business users see for the config; null shows the id.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether nothing is missing, older than its source text, or differs in its placeholders.</summary>
    public bool Complete => Counts.Missing + Counts.Older + Counts.Placeholders == 0;

    /// <summary>How many texts are in which state.</summary>
    public CompletenessCounts Counts { get; } = CompletenessCounts.Of([.. Prompts.SelectMany(prompt => prompt.Texts)]);

    /// <summary>Looks through a chain.</summary>
    /// <param name="chain">The config and its parents, as they are at an instant; <see cref="Chain.Configs"/> is not empty.</param>
    /// <param name="offered">The tags of the languages on offer.</param>
    public static Completeness Of(Chain chain, IEnumerable<string> offered)
    {
        var prompts = chain.Entries.Where(entry => entry.Texts is { Count: > 0 }).ToList();
        var present = prompts.SelectMany(entry => entry.Texts!.Keys).Order(StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<string> languages = [.. offered.Concat(present).Distinct(StringComparer.OrdinalIgnoreCase)];
        return new(
            chain.Configs[0].Id,
            languages,
            [.. prompts.Select(entry => PromptCompleteness.Of(entry, languages, chain.DefaultLanguage))])
        {
            DisplayName = chain.Configs[0].DisplayName,
        };
    }
}

/// <summary>How many texts are in which state; one text can be older and differ in its placeholders.</summary>
/// <param name="Texts">All: prompts × languages × channels.</param>
/// <param name="Missing">Those that are missing in their language.</param>
/// <param name="Older">Those that are older than their source text.</param>
/// <param name="Placeholders">Those whose placeholders differ from their source text's.</param>
/// <param name="FromVoice">Chat texts that are taken from the voice text.</param>
public sealed record CompletenessCounts(int Texts, int Missing, int Older, int Placeholders, int FromVoice)
{
    internal static CompletenessCounts Of(IReadOnlyCollection<TextCompleteness> texts) => new(
        texts.Count,
        texts.Count(text => text.State == TextState.Missing),
        texts.Count(text => text.Older),
        texts.Count(text => text.MissingPlaceholders.Count + text.ExtraPlaceholders.Count > 0),
        texts.Count(text => text.State == TextState.FromVoice));
}

/// <summary>A prompt's texts.</summary>
/// <param name="Key">The prompt's key.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">The config whose texts hold.</param>
/// <param name="SourceLanguage">
/// The language from which the others are translated: rule R7 gives it to a flow that asks for no language.
/// </param>
/// <param name="Texts">A state for every language and channel.</param>
public sealed record PromptCompleteness(
    string Key, string Name, ConfigId From, string SourceLanguage, IReadOnlyList<TextCompleteness> Texts)
{
    /// <summary>The name that business users see; null shows <see cref="Name"/>.</summary>
    public string? DisplayName { get; init; }

    internal static PromptCompleteness Of(ChainEntry entry, IReadOnlyList<string> languages, string? defaultLanguage)
    {
        var texts = entry.Texts!;
        var source = Resolving.Languages.Choose(texts.Keys, null, defaultLanguage).Tag;
        var compared = new TextComparison(texts, source, defaultLanguage);
        return new(entry.Key, entry.Prompt!.Name, entry.Origin.From, source, [.. languages.SelectMany(compared.In)])
        {
            DisplayName = entry.Prompt.DisplayName,
        };
    }
}

/// <summary>A text of a prompt, in one language by one channel.</summary>
/// <param name="Language">The language.</param>
/// <param name="Channel">The channel.</param>
/// <param name="State">Whether it is there.</param>
public sealed record TextCompleteness(string Language, Channel Channel, TextState State)
{
    /// <summary>The language that contacts get instead of a missing one; null where it is not missing.</summary>
    public string? Instead { get; init; }

    /// <summary>Whether the source text was changed after it.</summary>
    public bool Older { get; init; }

    /// <summary>Placeholders that the source text has and this one lacks, by their characters.</summary>
    public IReadOnlyList<string> MissingPlaceholders { get; init; } = [];

    /// <summary>Placeholders that this one has and the source text lacks, by their characters.</summary>
    public IReadOnlyList<string> ExtraPlaceholders { get; init; } = [];
}
