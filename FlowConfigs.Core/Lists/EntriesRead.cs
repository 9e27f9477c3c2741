using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>A list, and its entries under the keys that the client sent.</summary>
internal sealed record EntriesRead(Stored<ListHead> Head, IReadOnlyDictionary<string, Stored<ListEntry>> Entries);
