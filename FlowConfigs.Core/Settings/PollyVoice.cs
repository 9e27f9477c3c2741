using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Settings;

/// <summary>A voice of Amazon Polly, as a request names it. https://docs.aws.amazon.com/polly/latest/dg/available-voices.html</summary>
/// <param name="Id">Its id, such as Joanna.</param>
/// <param name="Engine">neural wherever the voice has it: it is what Connect speaks with by default.</param>
public sealed partial record PollyVoice(string Id, string Engine)
{
    /// <summary>The sentence about a text that cannot be the id of a voice.</summary>
    public const string NoId = "Is not the id of a Polly voice such as Joanna: 1–40 letters.";

    /// <summary>Voices that have the standard engine only.</summary>
    private static readonly HashSet<string> StandardOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        "Astrid", "Carla", "Carmen", "Celine", "Chantal", "Conchita", "Cristiano", "Dora", "Enrique", "Ewa", "Filiz", "Geraint",
        "Giorgio", "Gwyneth", "Hans", "Jacek", "Jan", "Karl", "Liv", "Lotte", "Mads", "Maja", "Marlene", "Mathieu", "Maxim", "Miguel",
        "Mizuki", "Naja", "Nicole", "Penelope", "Raveena", "Ricardo", "Ruben", "Russell", "Tatyana", "Zeina",
    };

    /// <summary>Voices that have the generative engine only (Polly's document history of March 2026).</summary>
    private static readonly HashSet<string> GenerativeOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        "Ambre", "Beatrice", "Florian", "Lennart", "Lorenzo", "Tiffany",
    };

    /// <summary>The voice of a language for which the settings name none.</summary>
    private static readonly Dictionary<string, string> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar-AE"] = "Hala",
        ["ca-ES"] = "Arlet",
        ["cs-CZ"] = "Jitka",
        ["cy-GB"] = "Gwyneth",
        ["da-DK"] = "Sofie",
        ["de-AT"] = "Hannah",
        ["de-CH"] = "Sabrina",
        ["de-DE"] = "Vicki",
        ["en-AU"] = "Olivia",
        ["en-GB"] = "Amy",
        ["en-IE"] = "Niamh",
        ["en-IN"] = "Kajal",
        ["en-NZ"] = "Aria",
        ["en-US"] = "Joanna",
        ["en-ZA"] = "Ayanda",
        ["es-ES"] = "Lucia",
        ["es-MX"] = "Mia",
        ["es-US"] = "Lupe",
        ["fi-FI"] = "Suvi",
        ["fr-BE"] = "Isabelle",
        ["fr-CA"] = "Gabrielle",
        ["fr-FR"] = "Lea",
        ["is-IS"] = "Dora",
        ["it-IT"] = "Bianca",
        ["ja-JP"] = "Tomoko",
        ["ko-KR"] = "Seoyeon",
        ["nb-NO"] = "Ida",
        ["nl-BE"] = "Lisa",
        ["nl-NL"] = "Laura",
        ["pl-PL"] = "Ola",
        ["pt-BR"] = "Camila",
        ["pt-PT"] = "Ines",
        ["ro-RO"] = "Carmen",
        ["ru-RU"] = "Tatyana",
        ["sv-SE"] = "Elin",
        ["tr-TR"] = "Burcu",
        ["yue-CN"] = "Hiujin",
        ["cmn-CN"] = "Zhiyu",
        ["zh-CN"] = "Zhiyu",
    };

    /// <summary>The voice that the settings give a language, else the table's; null where neither has one.</summary>
    public static PollyVoice? For(string language, SharedSettings settings)
    {
        var offered = settings.Languages.FirstOrDefault(one => string.Equals(one.Tag, language, StringComparison.OrdinalIgnoreCase));
        return (offered?.Voice ?? ByLanguage.GetValueOrDefault(language)) is { } id
            ? Named(id)
            : null;
    }

    /// <summary>The voice of an id, with the engine that it is used with.</summary>
    public static PollyVoice Named(string id) => new(id, EngineOf(id));

    /// <summary>Whether a text can be the id of a voice. AWS adds voices; Polly alone knows whether one exists.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    private static string EngineOf(string id) => StandardOnly.Contains(id) ? SsmlEngines.Standard
        : GenerativeOnly.Contains(id) ? SsmlEngines.Generative
        : SsmlEngines.Neural;

    [GeneratedRegex("^[A-Za-z]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
