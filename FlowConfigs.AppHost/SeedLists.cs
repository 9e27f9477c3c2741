using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.AppHost;

/// <summary>The example lists.</summary>
internal static class SeedLists
{
    private static readonly Author By = new("seed", "Example", Permit.Everything);

    /// <summary>Writes every list of a folder that is not there yet, with its entries.</summary>
    public static async Task WriteAsync(ListStore store, string folder, CancellationToken cancellationToken)
    {
        var writer = new ListWriter(store, TimeProvider.System);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var id = ConfigId.Parse(json.RootElement.GetProperty("id").GetString()!);
            if (await store.GetAsync(id, cancellationToken) is not null)
                continue;
            var head = json.RootElement.GetProperty("head").Deserialize(ListJson.Default.ListHead)!;
            await store.SaveAsync(id, 0, head, By, cancellationToken);
            var entries = json.RootElement.GetProperty("entries").EnumerateArray()
                .Select(entry => entry.Deserialize(ListJson.Default.ListEntry)!)
                .Select((e, i) => new EntryDraft(i + 1, $"entries[{i}]", e.Key, e.Note, e.Owner, ListDiff.Instant(e.Expires)));
            await writer.PasteAsync(id, [.. entries], By, cancellationToken);
        }
    }
}
