using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>An entry of a list as an item of the table, and the audit item of changes to entries.</summary>
internal static class EntryItem
{
    public const string Prefix = "E#";

    private const string AuditPrefix = "A#";
    private const int HighestFirstVersion = 1 << 30;

    public static Dictionary<string, AttributeValue> Key(string partition, string key) => Item.Key(partition, Prefix + key);

    public static Dictionary<string, AttributeValue> Of(string partition, Stored<ListEntry> entry) => new(Key(partition, entry.Id))
    {
        [Item.Version] = Item.Number(entry.Version),
        [Item.Saved] = new(JsonSerializer.Serialize(entry.Saved, CoreJson.Relaxed.Saved)),
        [Item.Body] = new(JsonSerializer.Serialize(entry.Value, CoreJson.Relaxed.ListEntry)),
    };

    public static Stored<ListEntry> Read(Dictionary<string, AttributeValue> item)
    {
        var entry = JsonSerializer.Deserialize(item[Item.Body].S, CoreJson.Default.ListEntry)!;
        var saved = JsonSerializer.Deserialize(item[Item.Saved].S, CoreJson.Default.Saved)!;
        return new(entry.Key, item.ReadNumber(Item.Version), saved, entry);
    }

    public static Stored<ListEntry> Next(Stored<ListEntry>? before, ListEntry after, Saved saved) => new(
        after.Key,
        before?.Version + 1 ?? FirstVersion(),
        saved with { Action = before is null ? SaveAction.Created : SaveAction.Saved, BasedOn = before?.Saved.Mark },
        after);

    /// <summary>Every change of a write, with the whole of before and after; it is read in the audit by time.</summary>
    public static Dictionary<string, AttributeValue> Audit(
        string partition, string list, Saved saved, IReadOnlyList<FieldChange> changes)
    {
        var sort = string.Create(CultureInfo.InvariantCulture, $"{AuditPrefix}{saved.At.UtcDateTime:O}#{saved.Mark}");
        var item = new Dictionary<string, AttributeValue>(Item.Key(partition, sort))
        {
            [Item.Body] = new(JsonSerializer.Serialize(changes, CoreJson.Relaxed.IReadOnlyListFieldChange)),
        };
        return AuditItem.On(item, AuditEntry.Of(ListStore.Kind, list, null, saved, changes));
    }

    // An entry leaves no history under its key, so an entry that is made again cannot count on. Were it to begin with 1, whoever had
    // read the one before it could overwrite it unseen.
    private static int FirstVersion() => RandomNumberGenerator.GetInt32(1, HighestFirstVersion);
}
