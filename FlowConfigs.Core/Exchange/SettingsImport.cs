using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import does with the settings: nothing, where the file has none.</summary>
internal sealed class SettingsImport : IImportStep
{
    private readonly SettingsStore store;
    private readonly SharedSettings? file;
    private readonly Stored<SharedSettings>? before;

    private SettingsImport(SettingsStore store, SharedSettings? file, Stored<SharedSettings>? before) =>
        (this.store, this.file, this.before) = (store, file, before);

    /// <summary>As the report shows it.</summary>
    public IReadOnlyList<ImportItem> Items => file is null ? [] : [Item()];

    // The save asks; there is only one.
    public Task RequireAsync(Author author, CancellationToken cancellationToken) => Task.CompletedTask;

    public static async Task<SettingsImport> PlanAsync(SettingsStore store, SharedSettings? file, CancellationToken cancellationToken) =>
        new(store, file, file is null ? null : await store.GetStoredAsync(cancellationToken));

    public async Task<IReadOnlyList<ImportItem>> WriteAsync(Author author, CancellationToken cancellationToken) =>
        Items is [{ Writes: true } item]
            ? [await item.WriteAsync(() => store.SaveAsync(file!, before?.Version ?? 0, author, cancellationToken))]
            : Items;

    private ImportItem Item()
    {
        if (SettingsRules.Problems(file!) is { Count: > 0 } problems)
            return new(SettingsStore.Kind, "", ImportOutcome.Refused) { Problems = problems };
        var changes = SharedSettings.Changes(before?.Value, file!);
        var outcome = before is null ? ImportOutcome.Created : changes.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Unchanged;
        return new ImportItem(SettingsStore.Kind, "", outcome).With(changes);
    }
}
