using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Mail;

/// <summary>E-mail addresses, in the forms that Exchange accepts in practice: no names, comments or quotes.</summary>
public static partial class MailAddress
{
    private static readonly char[] Separators = [',', ';', ' ', '\n', '\r', '\t'];

    /// <summary>Whether a text is one address.</summary>
    public static bool Is(string text) => text.Length <= 254 && Form().IsMatch(text);

    /// <summary>The addresses of a text, in small letters, each once.</summary>
    /// <param name="text">Addresses with commas, semicolons or blanks between them.</param>
    public static IReadOnlyList<string> Split(string text) =>
        [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.ToLowerInvariant()).Distinct()];

    [GeneratedRegex(@"^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
