using System.Text.RegularExpressions;

namespace FlowConfigs.Api.WebErrors;

/// <summary>
/// Takes out of an error what no log may hold. Browsers quote in their messages what they could not read, which may be a prompt.
/// </summary>
internal static partial class WebErrorText
{
    public static string Clean(string? text) =>
        Number().Replace(Token().Replace(Address().Replace(Quoted().Replace(text ?? "", "\"…\""), "…"), "…"), "…");

    // The names of properties and functions stay; whatever else is quoted goes, with the rest of its line.
    [GeneratedRegex("""(?<!\w)["'`\u201C](?![\w$.]{1,40}["'`\u201D])[^\r\n]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // A JWT begins with {" in base64.
    [GeneratedRegex(@"eyJ[\w.-]{8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"\+?\d[\d ().-]{5,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
