using FlowConfigs.Core;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// What was read last, for as long as the process lives: configs by id, and where aliases lead. What has not been asked for longest goes
/// first when the memory is used up.
/// </summary>
/// <remarks>
/// A config's parents are asked for after it, so they never go before it: what is remembered of a chain is the whole chain, or
/// nothing. Not for several threads: Lambda gives a process one invocation at a time.
/// </remarks>
/// <param name="maxBytes">Most bytes of configs, counted as their texts in memory.</param>
internal sealed class LastKnown(long maxBytes)
{
    // For a config parsed beside its text, measured; and for an alias.
    private const int BytesPerCharacter = 6;
    private const int BytesOfEntry = 500;

    private readonly Dictionary<ConfigId, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> order = new();

    public long Bytes { get; private set; }

    /// <summary>The config that was asked for, or that an alias led to, and its parents; null when it is not remembered.</summary>
    public IReadOnlyList<StoredConfig>? Chain(ConfigId asked) =>
        Parts(asked) is [var first, ..] parts && first.Config.Id == Target(asked) ? parts : null;

    /// <summary>The same, but parents alone too: they are remembered with their other children.</summary>
    public IReadOnlyList<StoredConfig> Parts(ConfigId asked) =>
        [.. Target(asked).Path.Select(id => entries.GetValueOrDefault(id)?.Value.Config).OfType<StoredConfig>()];

    /// <summary>When the chain was read that <see cref="Chain"/> gives.</summary>
    public DateTimeOffset? ReadAt(ConfigId asked) => entries.GetValueOrDefault(asked)?.Value.ReadAt;

    /// <summary>Remembers what an id led to; an empty chain is an id that leads nowhere.</summary>
    public void Remember(ConfigId asked, IReadOnlyList<StoredConfig> chain, DateTimeOffset readAt)
    {
        Forget(asked);
        if (chain is [])
            return;
        var id = chain[0].Config.Id;
        if (id != asked)
            Put(asked, new(asked, null, id, readAt));
        var found = chain.ToDictionary(config => config.Config.Id);
        foreach (var part in id.Path)
        {
            Forget(part);
            if (found.TryGetValue(part, out var config))
                Put(part, new(part, config, null, readAt));
        }

        while (Bytes > maxBytes)
            Forget(order.First!.Value.Id);
    }

    private ConfigId Target(ConfigId asked) => entries.GetValueOrDefault(asked)?.Value.Target ?? asked;

    private void Put(ConfigId id, Entry entry)
    {
        entries[id] = order.AddLast(entry);
        Bytes += entry.Bytes;
    }

    private void Forget(ConfigId id)
    {
        if (!entries.Remove(id, out var node))
            return;
        order.Remove(node);
        Bytes -= node.Value.Bytes;
    }

    private sealed record Entry(ConfigId Id, StoredConfig? Config, ConfigId? Target, DateTimeOffset ReadAt)
    {
        public long Bytes => BytesOfEntry + ((long)BytesPerCharacter * (Config?.Body.Length ?? 0));
    }
}
