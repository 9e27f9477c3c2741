using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>A list, and what it has under the keys that somebody sent.</summary>
internal sealed record EntriesRead(Stored<ListHead> Head, IReadOnlyDictionary<string, Stored<ListEntry>> Entries);
