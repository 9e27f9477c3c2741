using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Settings;

/// <summary>The settings in the table, with a version for every save.</summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class SettingsStore(DynamoTable table, TimeProvider time)
{
    /// <summary>What the audit calls them.</summary>
    public const string Kind = Kinds.Settings;

    // There is one of it.
    private const string Id = "";

    private readonly VersionedItems<Stored<SharedSettings>> items = new(table, time, new SettingsKind());

    /// <summary>The settings that hold: those that were saved, or the defaults. Strongly consistent.</summary>
    public async Task<SharedSettings> GetAsync(CancellationToken cancellationToken) =>
        (await GetStoredAsync(cancellationToken))?.Value ?? new();

    /// <summary>The settings as they were saved; null before the first save.</summary>
    public Task<Stored<SharedSettings>?> GetStoredAsync(CancellationToken cancellationToken) => items.GetAsync(Id, cancellationToken);

    /// <summary>Saves the settings as their next version.</summary>
    /// <param name="settings">All of them.</param>
    /// <param name="version">The version that they are based on; 0 where none was saved.</param>
    /// <param name="author">Who saves them, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <exception cref="InvalidConfigException">They break a rule.</exception>
    /// <exception cref="DocumentConflictException">They are at another version.</exception>
    public async Task<Stored<SharedSettings>> SaveAsync(
        SharedSettings settings, int version, Author author, CancellationToken cancellationToken)
    {
        var before = await items.GetForSaveAsync(Id, version, cancellationToken);
        var change = new Change<Stored<SharedSettings>>(before, (before ?? Stored<SharedSettings>.New(Id, settings)).With(settings));
        await items.RequireAsync([change], author, cancellationToken);
        if (SettingsRules.Problems(settings) is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        return await items.SaveAsync(change, author, cancellationToken);
    }

    private sealed class SettingsKind() : StoredKind<SharedSettings>(Kind, SettingsJson.Relaxed.SharedSettings)
    {
        public override IEnumerable<AccessQuestion> Needs(Change<Stored<SharedSettings>> change, SaveAction? action) =>
            [new(Right.Manage, AccessResource.Root)];

        public override IReadOnlyCollection<FieldChange> Fields(Change<Stored<SharedSettings>> change) =>
            SharedSettings.Changes(change.Before?.Value, change.After!.Value);

        // There are always settings: the defaults are version 0.
        public override Exception Conflict(string id, Stored<SharedSettings>? current, bool creates) =>
            new DocumentConflictException(Kind, id, current?.Version ?? 0);
    }
}
