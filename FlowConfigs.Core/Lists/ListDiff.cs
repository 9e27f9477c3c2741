using System.Globalization;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>What changed in a list or an entry, field by field, for the audit.</summary>
public static class ListDiff
{
    /// <summary>The fields of a list that changed.</summary>
    public static IReadOnlyList<FieldChange> Of(ListHead? before, ListHead after) => Changed(
        new("description", Filled(before?.Description), Filled(after.Description)),
        new("keys", Name(before?.Keys), Name(after.Keys)),
        new("country", before?.Country, after.Country),
        new("deleting", before is { Deleting: true } ? "true" : null, after.Deleting ? "true" : null));

    /// <summary>The fields of an entry that changed; its <c>key</c> came or went with it.</summary>
    public static IReadOnlyList<FieldChange> Of(ListEntry? before, ListEntry? after)
    {
        var path = $"entries.{(before ?? after)!.Key}";
        return Changed(
            new($"{path}.key", before?.Key, after?.Key),
            new($"{path}.note", Filled(before?.Note), Filled(after?.Note)),
            new($"{path}.owner", Filled(before?.Owner), Filled(after?.Owner)),
            new($"{path}.expires", Instant(before?.Expires), Instant(after?.Expires)));
    }

    /// <summary>An instant as it is written for people and files: <c>2026-12-31T17:00:00Z</c>.</summary>
    public static string? Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string? Name(KeyKind? keys) => keys?.ToString().ToLowerInvariant();

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static IReadOnlyList<FieldChange> Changed(params IEnumerable<FieldChange> fields) =>
        [.. fields.Where(f => f.Before != f.After)];
}
