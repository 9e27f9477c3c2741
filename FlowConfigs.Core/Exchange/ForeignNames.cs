using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Exchange;

/// <summary>What names of other products become here. A name that is taken as it is stays as it is.</summary>
internal static partial class ForeignNames
{
    private const char Instead = '-';

    /// <summary>
    /// Reads another product's id. Whatever an id here cannot contain becomes a dash; so does a slash, which would make the config
    /// inherit from another one.
    /// </summary>
    public static bool TryReadId(string name, [NotNullWhen(true)] out ConfigId? id, [NotNullWhen(false)] out string? problem) =>
        ConfigId.TryParse(NoId().Replace(name.Trim(), Dash).Trim(Instead) is { Length: > 0 } text ? text : name, out id, out problem);

    /// <summary>The key for a name: letters, digits, dashes and underscores, not beginning with an underscore.</summary>
    public static string Key(string name) =>
        NoKey().Replace(name.Trim(), Dash).TrimStart('_').Trim(Instead) is { Length: > 0 } key ? key : name;

    private static string Dash(Match match) => Instead.ToString();

    [GeneratedRegex("[^A-Za-z0-9._+-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoId();

    [GeneratedRegex("[^A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NoKey();
}
