using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Core.Exchange;

/// <summary>Collects a part of an export until it is full: never more than one import accepts, or one answer.</summary>
/// <param name="mostThings">Most configs, scenarios and pages of lists.</param>
internal sealed class ExportPart(int mostThings)
{
    private int bytes;
    private int things;
    private int entries;

    public List<ExportedConfig> Configs { get; } = [];

    public List<ExportedAlias> Aliases { get; } = [];

    public List<ExportedScenario> Scenarios { get; } = [];

    public List<ExportedList> Lists { get; } = [];

    /// <summary>The last thing that was added.</summary>
    public ExportCursor? Last { get; private set; }

    /// <summary>How many more entries of lists there is room for.</summary>
    public int EntriesLeft => Paste.MaxEntries - entries;

    public bool TryAdd(ExportedConfig config, IReadOnlyList<ExportedAlias> aliases)
    {
        var size = SizeOf(config, ExchangeJson.Relaxed.ExportedConfig)
            + aliases.Sum(alias => SizeOf(alias, ExchangeJson.Relaxed.ExportedAlias));
        if (IsFull(size) || (Aliases.Count > 0 && Aliases.Count + aliases.Count > Import.MaxAliases))
            return false;
        Configs.Add(config);
        Aliases.AddRange(aliases);
        return Added(size, ExportCursor.Config(config.Id));
    }

    public bool TryAdd(ExportedScenario scenario)
    {
        var size = SizeOf(scenario, ExchangeJson.Relaxed.ExportedScenario);
        if (IsFull(size))
            return false;
        Scenarios.Add(scenario);
        return Added(size, new(ExportPhase.Scenario, scenario.Id));
    }

    /// <summary>Adds a list, or entries that follow those of the list that was added last.</summary>
    public bool TryAdd(ExportedList list)
    {
        var size = SizeOf(list, ExchangeJson.Relaxed.ExportedList);
        if (IsFull(size) || list.Entries.Count > EntriesLeft)
            return false;
        if (Lists is [.., var last] && last.Id == list.Id)
            Lists[^1] = last with { Entries = [.. last.Entries, .. list.Entries] };
        else
            Lists.Add(list);
        entries += list.Entries.Count;
        return Added(size, new(ExportPhase.List, list.Id));
    }

    /// <summary>Says where the next part goes on within the last list.</summary>
    public void EndAt(string key) => Last = Last! with { Key = key };

    private bool IsFull(int size) => things > 0 && (things == mostThings || bytes + size > Export.MaxPartBytes);

    private bool Added(int size, ExportCursor at)
    {
        (bytes, things, Last) = (bytes + size, things + 1, at);
        return true;
    }

    // As JSON within JSON, which is how Lambda answers API Gateway.
    private static int SizeOf<T>(T thing, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(thing, type);
        return json.Length + json.AsSpan().Count((byte)'"') + json.AsSpan().Count((byte)'\\');
    }
}
