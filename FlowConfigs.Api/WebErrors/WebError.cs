using System.Text.RegularExpressions;
using FlowConfigs.Core;

namespace FlowConfigs.Api.WebErrors;

/// <summary>An error in the web app.</summary>
public sealed record WebError
{
    private const int LongestName = 100;
    private const int LongestMessage = 500;
    private const int LongestStack = 4000;

    /// <summary>What happened, in the browser's words.</summary>
    public required string Message { get; init; }

    /// <summary>The kind of error, such as TypeError.</summary>
    public string? Name { get; init; }

    /// <summary>Where in the program.</summary>
    public string? Stack { get; init; }

    /// <summary>On which page, such as /configs, without the id.</summary>
    public string? Page { get; init; }

    internal IReadOnlyList<Problem> Problems() =>
    [
        .. TooLong("message", Message, LongestMessage), .. TooLong("name", Name, LongestName), .. TooLong("stack", Stack, LongestStack),
        .. TooLong("page", Page, LongestName),
    ];

    private static IEnumerable<Problem> TooLong(string path, string? text, int most) =>
        text?.Length > most ? [new Problem(path, $"Must have at most {most} characters.")] : [];
}

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
