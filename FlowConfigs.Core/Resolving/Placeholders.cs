using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Resolving;

/// <summary>The places of a text that are filled in when it is played: they must be the same in every language.</summary>
public static partial class Placeholders
{
    /// <summary>
    /// Finds them, each once: what Connect fills in by a JSON path, such as <c>$.External.OfficeName</c> or
    /// <c>$.Attributes['first name']</c> (https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html), and
    /// <c>{name}</c> or <c>{{name}}</c>, which flows replace themselves.
    /// </summary>
    public static IReadOnlySet<string> Of(string text) => Form().Matches(text).Select(match => match.Value).ToHashSet();

    // A path ends at its last letter: the dot after $.External.Name. belongs to the sentence.
    [GeneratedRegex(
        @"\$(?:\.[A-Za-z_][\w-]*|\['[^'\]]{1,200}'\]|\[\d{1,6}\])+|\{\{\s*[\w.-]{1,100}\s*\}\}|\{[\w.-]{1,100}\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
