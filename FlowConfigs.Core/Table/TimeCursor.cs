using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FlowConfigs.Core.Table;

/// <summary>
/// Where a page of something by time ended: <c>2026-03-08T17:00:00.0000000Z#</c> and what tells entries of one instant apart.
/// </summary>
public sealed record TimeCursor
{
    /// <summary>Longest cursor in characters: an instant, and ids of any kind. DynamoDB takes keys up to 1,024 bytes.</summary>
    public const int MaxLength = 300;

    private TimeCursor(string text, DateTime at) => (Text, At) = (text, at);

    /// <summary>The cursor as it is passed.</summary>
    public string Text { get; }

    /// <summary>Its instant, in UTC.</summary>
    public DateTime At { get; }

    /// <summary>Reads a cursor that came from outside.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeCursor? cursor)
    {
        const DateTimeStyles AsUtc = DateTimeStyles.RoundtripKind;
        var end = text.Length <= MaxLength ? text.IndexOf('#') : -1;
        cursor = end > 0 && text[end - 1] == 'Z'
            && DateTime.TryParseExact(text[..end], "O", CultureInfo.InvariantCulture, AsUtc, out var at)
            ? new(text, at)
            : null;
        return cursor is not null;
    }
}
