using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import does with aliases.</summary>
internal sealed class AliasImport : IImportStep
{
    private readonly AliasStore store;
    private readonly Dictionary<ConfigId, Stored<Alias>> before;
    private readonly Dictionary<ConfigId, ConfigId> targets;
    private readonly IReadOnlyList<Stored<Alias>> removed;

    private AliasImport(AliasStore store, Dictionary<ConfigId, Stored<Alias>> before, Dictionary<ConfigId, ConfigId> targets)
    {
        (this.store, this.before, this.targets) = (store, before, targets);
        var lacking = before.Where(alias => !targets.ContainsKey(alias.Key)).Select(alias => alias.Value);
        removed = [.. lacking.OrderBy(alias => alias.Id, StringComparer.Ordinal)];
    }

    public IReadOnlyList<ImportItem> Items { get; private set; } = [];

    /// <summary>Aliases that no longer point where they did, so that they keep no config from being deleted.</summary>
    public HashSet<ConfigId> Gone =>
        [.. before.Where(alias => targets.GetValueOrDefault(alias.Key) != alias.Value.Value.Target).Select(alias => alias.Key)];

    /// <summary>Reads what is there.</summary>
    public static async Task<AliasImport> ReadAsync(AliasStore store, ImportRequest request, CancellationToken cancellationToken)
    {
        var targets = (request.Document?.Aliases ?? []).ToDictionary(alias => alias.Id, alias => alias.Target);
        var ids = targets.Keys.ToHashSet();
        if (request is { Delete: true, Document.Aliases: not null })
        {
            var all = await store.ByTargetAsync(cancellationToken);
            ids.UnionWith(all.Where(target => request.SpeaksForAliasesOf(target.Key)).SelectMany(target => target).Take(Import.MaxConfigs));
        }

        var found = await store.Items.GetManyAsync(ids.Select(id => id.Value), cancellationToken);
        return new(store, found.ToDictionary(alias => ConfigId.Parse(alias.Id)), targets);
    }

    /// <summary>Judges every alias as if the configs of the file were there already.</summary>
    public void Plan(ImportRequest request, IReadOnlyDictionary<ConfigId, Config> configs) => Items =
    [
        .. targets.Select(alias => Item(alias.Key, alias.Value, request, configs)),
        .. removed.Select(alias => new ImportItem(Kinds.Alias, alias.Id, ImportOutcome.Deleted)),
    ];

    public Task RequireAsync(Author author, CancellationToken cancellationToken) => store.Items.RequireAsync(
        [
            .. Items.Where(item => item.Writes && item.Outcome != ImportOutcome.Deleted).Select(item => Change(ConfigId.Parse(item.Id))),
            .. removed.Select(alias => new Change<Stored<Alias>>(alias, null)),
        ],
        author,
        cancellationToken);

    public async Task<IReadOnlyList<ImportItem>> WriteAsync(Author author, CancellationToken cancellationToken)
    {
        var written = Items.ToArray();
        await Import.InParallel(Enumerable.Range(0, written.Length).Where(i => written[i].Writes), WriteAsync, cancellationToken);
        return written;

        async Task WriteAsync(int i, CancellationToken token)
        {
            var id = ConfigId.Parse(written[i].Id);
            var version = before.GetValueOrDefault(id)?.Version ?? 0;
            written[i] = await written[i].WriteAsync(() => written[i].Outcome == ImportOutcome.Deleted
                ? store.DeleteAsync(id, version, author with { Action = null }, token)
                : store.SaveAsync(id, version, targets[id], author, token));
        }
    }

    private Change<Stored<Alias>> Change(ConfigId id)
    {
        var was = before.GetValueOrDefault(id);
        return new(was, (was ?? Stored<Alias>.New(id.Value, new(targets[id]))).With(new(targets[id])));
    }

    private ImportItem Item(ConfigId id, ConfigId target, ImportRequest request, IReadOnlyDictionary<ConfigId, Config> configs)
    {
        var was = before.GetValueOrDefault(id)?.Value.Target;
        var item = new ImportItem(
            Kinds.Alias, id.Value, was is null ? ImportOutcome.Created : was == target ? ImportOutcome.Unchanged : ImportOutcome.Changed);
        return !request.Covers(target) ? item.Refused(request.Outside("target"))
            : configs.ContainsKey(id)
                ? item.Refused(new Problem("id", $"{id} is a config, and flows get that one. Take the alias out of the file."))
            : !configs.ContainsKey(target)
                ? item.Refused(new Problem("target", $"There is no config {target}, here or in the file. Import it too."))
            : was == target ? item
            : item.With([new("target", was?.Value, target.Value)]);
    }
}
