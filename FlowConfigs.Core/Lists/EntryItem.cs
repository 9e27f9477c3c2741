using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>An entry of a list as an item of the table, and the audit item of changes to entries.</summary>
internal static class EntryItem
{
    public const string Prefix = "E#";

    private const string AuditPrefix = "A#";
    private const int HighestFirstVersion = 1 << 30;

    public static ItemKey Key(string list, string key) => new(Item.Partition(ListStore.Kind, list), Prefix + key);

    public static TableItem Of(string list, Stored<ListEntry> entry)
    {
        var item = new TableItem(Key(list, entry.Id));
        item.SetNumber(Item.Version, entry.Version);
        item[Item.Saved] = JsonSerializer.Serialize(entry.Saved, ListJson.Relaxed.Saved);
        item[Item.Body] = JsonSerializer.Serialize(entry.Value, ListJson.Relaxed.ListEntry);
        return item;
    }

    public static Stored<ListEntry> Read(TableItem item)
    {
        var entry = JsonSerializer.Deserialize(item[Item.Body], ListJson.Default.ListEntry)!;
        var saved = JsonSerializer.Deserialize(item[Item.Saved], ListJson.Default.Saved)!;
        return new(entry.Key, item.Number(Item.Version), saved, entry);
    }

    public static Stored<ListEntry> Next(Stored<ListEntry>? before, ListEntry after, Saved saved) => new(
        after.Key,
        before?.Version + 1 ?? FirstVersion(),
        saved with
        {
            Action = before is null && saved.Action == SaveAction.Saved ? SaveAction.Created : saved.Action,
            BasedOn = before?.Saved.Mark,
        },
        after);

    /// <summary>Every change of a write, with the whole of before and after; it is read in the audit by time.</summary>
    public static TableItem Audit(string list, Saved saved, IReadOnlyList<FieldChange> changes)
    {
        var sort = string.Create(CultureInfo.InvariantCulture, $"{AuditPrefix}{saved.At.UtcDateTime:O}#{saved.Mark}");
        var item = new TableItem(new ItemKey(Item.Partition(ListStore.Kind, list), sort));
        item[Item.Body] = JsonSerializer.Serialize(changes, ListJson.Relaxed.IReadOnlyListFieldChange);
        AuditItem.Put(item, AuditEntry.Of(ListStore.Kind, list, null, saved, changes));
        return item;
    }

    // An entry leaves no history under its key, so an entry that is created again cannot continue the old version numbers. If it began
    // with 1, a user who had read the previous entry could overwrite the new one without having seen it.
    private static int FirstVersion() => RandomNumberGenerator.GetInt32(1, HighestFirstVersion);
}
