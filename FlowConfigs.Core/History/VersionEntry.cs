using System.Text.Json.Serialization;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.History;

/// <summary>A version as a list shows it.</summary>
public sealed record VersionEntry
{
    /// <summary>The id that the config had then.</summary>
    public required ConfigId Id { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>Who saved it, when and why.</summary>
    public required Saved Saved { get; init; }

    /// <summary>Whether this is the deletion, or the move to another id.</summary>
    public bool Deleted { get; init; }

    /// <summary>How it hangs together with the version before it.</summary>
    public VersionLink Link { get; init; }

    /// <summary>The first fields that it changed, cut to a list's length.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init => field = value ?? []; } = [];

    /// <summary>How many more it changed.</summary>
    public int More { get; init; }

    internal static VersionEntry Of(ConfigId id, AuditEntry entry, bool deleted) => new()
    {
        Id = id,
        Version = entry.Version!.Value,
        Saved = entry.Saved,
        Deleted = deleted,
        Changes = entry.Changes,
        More = entry.More,
    };
}

/// <summary>How a version hangs together with the others.</summary>
[JsonConverter(typeof(EnumNames<VersionLink>))]
public enum VersionLink
{
    /// <summary>It is based on the version before it.</summary>
    Whole,

    /// <summary>It is based on a version that is not the one before it here: that one was saved in another Region meanwhile.</summary>
    Broken,

    /// <summary>Another Region saved the same version, and that one won: what this one changed is not in the config.</summary>
    Overruled,

    /// <summary>It was overruled, and a later save says that it has what it needs of it.</summary>
    Merged,
}

/// <summary>
/// Finds what another Region overruled. In a global table the last writer wins, and a condition sees its own Region only
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html), so two saves can both
/// make version 5 of the same version 4. Both keep their item; the marks tell which one the config goes on from.
/// </summary>
internal static class VersionLinks
{
    /// <param name="newestFirst">Versions next to each other; of the same number in any order.</param>
    public static IReadOnlyList<VersionEntry> Of(IReadOnlyList<VersionEntry> newestFirst)
    {
        var linked = new List<VersionEntry>();
        var merged = newestFirst.SelectMany(entry => entry.Saved.Merges ?? []).ToHashSet();
        string? goesOnFrom = null;
        foreach (var same in newestFirst.GroupBy(entry => entry.Version))
        {
            // Of two that are both the newest, the later one is current: that is how the table decides.
            var onTheLine = same.FirstOrDefault(entry => goesOnFrom is not null && entry.Saved.Mark == goesOnFrom)
                ?? same.MaxBy(entry => entry.Saved.At)!;
            if (goesOnFrom is not null && onTheLine.Saved.Mark != goesOnFrom && linked[^1].Version == onTheLine.Version + 1)
                Replace(linked, onTheLine.Version + 1, VersionLink.Broken);
            linked.Add(onTheLine);
            linked.AddRange(same.Where(entry => entry != onTheLine).Select(entry => entry with
            {
                Link = entry.Saved.Mark is { } mark && merged.Contains(mark) ? VersionLink.Merged : VersionLink.Overruled,
            }));
            goesOnFrom = onTheLine.Saved.BasedOn;
        }

        return linked;
    }

    private static void Replace(List<VersionEntry> linked, int version, VersionLink link)
    {
        var index = linked.FindIndex(entry => entry.Version == version && entry.Link == VersionLink.Whole);
        if (index >= 0)
            linked[index] = linked[index] with { Link = link };
    }
}
