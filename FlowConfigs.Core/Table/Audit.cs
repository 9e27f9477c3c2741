using System.Globalization;
using System.Text.Json;

namespace FlowConfigs.Core.Table;

/// <summary>One change to anything that is stored, as the audit by time shows it.</summary>
public sealed record AuditEntry
{
    /// <summary>Most field changes that one entry shows; the version itself has them all.</summary>
    public const int MaxChanges = 20;

    /// <summary>Longest text of a field, in characters; the version itself has it whole.</summary>
    public const int MaxText = 200;

    /// <summary>What kind of thing: <c>config</c>, <c>list</c>, <c>scenario</c>, <c>alias</c> or <c>settings</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The version that the change made; null for what has none, such as an entry of a list.</summary>
    public int? Version { get; init; }

    /// <summary>Who, when, why and what.</summary>
    public required Saved Saved { get; init; }

    /// <summary>The first <see cref="MaxChanges"/> fields that changed, their texts cut at <see cref="MaxText"/>.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init => field = value ?? []; } = [];

    /// <summary>How many more fields changed.</summary>
    public int More { get; init; }

    /// <summary>The configs of which it tells, where its id does not say it: those of a scenario.</summary>
    public IReadOnlyList<ConfigId>? Reaches { get; init; }

    /// <summary>Describes a change; all its fields are given, and cut to what a list shows.</summary>
    public static AuditEntry Of(string kind, string id, int? version, Saved saved, IReadOnlyCollection<FieldChange> changes) => new()
    {
        Kind = kind,
        Id = id,
        Version = version,
        Saved = saved,
        Changes = [.. changes.Take(MaxChanges).Select(c => c with { Before = Cut(c.Before), After = Cut(c.After) })],
        More = Math.Max(0, changes.Count - MaxChanges),
    };

    private static string? Cut(string? text) => text is { Length: > MaxText } ? text[..MaxText] + "…" : text;
}

/// <summary>
/// An entry of the audit is three attributes on the item that keeps the change, which puts that item into the index by time: a
/// partition a year, so that reading all of them is one query for each year.
/// </summary>
internal static class AuditItem
{
    public static void Put(TableItem item, AuditEntry entry)
    {
        item[Item.Listed] = Partition(entry.Saved.At.UtcDateTime.Year);
        item[Item.Id] = string.Create(
            CultureInfo.InvariantCulture, $"{entry.Saved.At.UtcDateTime:O}#{entry.Kind}#{entry.Id}#{entry.Saved.Mark}");
        item[Item.Summary] = JsonSerializer.Serialize(entry, TableJson.Relaxed.AuditEntry);
    }

    /// <summary>What sorts below all entries of the instant of a cursor, and above those before.</summary>
    public static string Instant(string cursor) => cursor[..(cursor.IndexOf('#') + 1)];

    public static string Partition(int year) => string.Create(CultureInfo.InvariantCulture, $"AUDIT#{year}");

    public static AuditEntry Read(TableItem item) => JsonSerializer.Deserialize(item[Item.Summary], TableJson.Default.AuditEntry)!;
}
