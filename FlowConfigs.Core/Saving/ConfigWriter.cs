using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>
/// The one way to save a config: its chain is read once; on that very read it is decided whether they may, its keys are fixed, the rules
/// are judged, and it is written.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="store">The configs of the same table.</param>
/// <param name="check">Judges what is saved.</param>
public sealed class ConfigWriter(DynamoTable table, ConfigStore store, ConfigCheck check)
{
    /// <summary>Checks a config against its chain and saves it as its next version.</summary>
    /// <param name="draft">The config; <see cref="Config.Version"/> is the version that it is based on, 0 to create it.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved, then its parents: the result of this save, even if another user saves after it.</returns>
    /// <exception cref="AccessDeniedException">They may not.</exception>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="VersionConflictException">It is at another version, exists already, or not any more.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB, or its largest answer is not below 32 KB.</exception>
    public Task<IReadOnlyList<Config>> WriteAsync(Config draft, Author author, CancellationToken cancellationToken) =>
        SaveAsync(draft.Id, _ => draft.Version, _ => draft, author, cancellationToken);

    /// <summary>Changes a config, as <see cref="WriteAsync"/> does, by what is saved.</summary>
    /// <param name="id">The config.</param>
    /// <param name="version">The version that the change is based on.</param>
    /// <param name="change">Gives the config with the change.</param>
    /// <param name="author">Who changes it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    public Task<IReadOnlyList<Config>> ChangeAsync(
        ConfigId id, int version, Func<Config, Config> change, Author author, CancellationToken cancellationToken) =>
        SaveAsync(id, _ => version, saved => change(saved!), author, cancellationToken);

    /// <summary>Saves a config, as <see cref="WriteAsync"/> does, whether it is there or not.</summary>
    /// <param name="id">The config.</param>
    /// <param name="basedOn">Says by what is saved on which version the draft is based.</param>
    /// <param name="draft">Gives the config by what is saved; null where it is not there.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    public async Task<IReadOnlyList<Config>> SaveAsync(
        ConfigId id, Func<Config?, int> basedOn, Func<Config?, Config> draft, Author author, CancellationToken cancellationToken)
    {
        var chain = await store.GetChainAsync(id, cancellationToken);
        var saved = chain.FirstOrDefault(config => config.Id == id);
        var version = basedOn(saved);
        // That the id is taken is told only to those who may use it.
        if (version == 0)
            await store.Items.RequireAsync([new(null, draft(null))], author, cancellationToken);
        store.Items.RequireVersion(id.Value, saved, version);

        IReadOnlyList<Config> parents = [.. chain.Where(config => config != saved)];
        var wanted = draft(saved);
        await store.Items.RequireAsync([new(saved, wanted)], author, cancellationToken);
        var config = await check.CheckAsync(wanted, saved, parents, author.Comment, cancellationToken);

        var transaction = table.NewTransaction();
        var written = await store.AddAsync(transaction, [new(saved, config)], author, cancellationToken);
        if (saved is null)
            RequireParents(transaction, parents);
        await transaction.CommitAsync(cancellationToken);
        return [written[0], .. parents];
    }

    /// <summary>What is new was judged with its parents: should one be deleted at this moment, it must not be left without it.</summary>
    internal static void RequireParents(Transaction transaction, IEnumerable<Config> parents)
    {
        foreach (var parent in parents.Select(parent => parent.Id))
        {
            transaction.Check(ItemKey.Current(Kinds.Config, parent.Value), Expect.Something, _ => Task.FromResult<Exception>(
                new BlockedOperationException($"{parent}, from which it would inherit, has just been deleted. Try again.")));
        }
    }
}
