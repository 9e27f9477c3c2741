using System.Globalization;
using System.Text.RegularExpressions;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Phones;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>What must hold of a list and of an entry before they are saved.</summary>
public static partial class ListRules
{
    /// <summary>Longest note and longest owner in characters.</summary>
    public const int MaxText = 200;

    // Instants beyond are slips of the pen.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Finds everything that is wrong with a list.</summary>
    /// <param name="list">The list as it is to be saved.</param>
    /// <param name="saved">As it was; null for a new one.</param>
    public static IEnumerable<Problem> Problems(ListHead list, ListHead? saved)
    {
        if (list.Description.Length > ConfigRules.MaxDescription)
            yield return new("description", $"Must have at most {ConfigRules.MaxDescription} characters.");
        if (saved is not null && list.Keys != saved.Keys)
            yield return new("keys", "The kind of keys stays as it was made: entries are stored in its form. Make a new list.");
        if (list.Keys == KeyKind.Text && list.Country is not null)
            yield return new("country", "Only a list of phone numbers has a country. Leave it out.");
        else if (list.Country is not null && PhoneCountry.Find(list.Country) is null)
            yield return new("country", "Must be a country by its two letters (ISO 3166), such as US or AT, or left out.");
    }

    /// <summary>Finds everything that is wrong with an entry whose key has been read.</summary>
    public static IEnumerable<Problem> Problems(ListEntry entry)
    {
        if (TextProblem(entry.Note) is { } note)
            yield return new("note", note);
        if (TextProblem(entry.Owner) is { } owner)
            yield return new("owner", owner);
        if (entry.Expires is { } expires && (expires < Earliest || expires >= Latest))
            yield return new("expires", $"Must be from {Earliest.Year} to {Latest.Year - 1}.");
    }

    /// <summary>Finds what is wrong with why a change is made.</summary>
    public static IEnumerable<Problem> CommentProblems(Author author) => author.Comment?.Length > ConfigRules.MaxDescription
        ? [new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")]
        : [];

    /// <summary>Reads an instant: ISO 8601 with a time and its distance from UTC, since a day alone ends at no certain moment.</summary>
    public static bool TryParseInstant(string text, out DateTimeOffset instant)
    {
        var isRead = DateTimeOffset.TryParseExact(
            text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        instant = isRead ? read.ToUniversalTime() : default;
        return isRead && Offset().IsMatch(text);
    }

    private static string? TextProblem(string text) =>
        text.Length > MaxText ? $"Must have at most {MaxText} characters."
        : Texts.IsPlain(text) ? null
        : "Has a control character or a line break. Leave it out.";

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
