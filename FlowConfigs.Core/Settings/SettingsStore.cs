using Amazon.DynamoDBv2;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Settings;

/// <summary>The settings in the DynamoDB table, with a version for every save.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <param name="time">The clock for <see cref="Saved.At"/>.</param>
public sealed class SettingsStore(IAmazonDynamoDB dynamo, string table, TimeProvider time)
{
    /// <summary>What the audit calls them.</summary>
    public const string Kind = "settings";

    // There is one of it.
    private const string Id = "";

    private readonly Documents<SharedSettings> documents = new(dynamo, table, time, Kind, CoreJson.Relaxed.SharedSettings);

    /// <summary>The settings that hold: those that were saved, or the defaults. Strongly consistent.</summary>
    public async Task<SharedSettings> GetAsync(CancellationToken cancellationToken) =>
        (await GetStoredAsync(cancellationToken))?.Value ?? new();

    /// <summary>The settings as they were saved; null while nobody has.</summary>
    public Task<Stored<SharedSettings>?> GetStoredAsync(CancellationToken cancellationToken) => documents.GetAsync(Id, cancellationToken);

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
        if (SettingsRules.Problems(settings) is { Count: > 0 } problems)
            throw new InvalidConfigException(problems);
        var before = await GetStoredAsync(cancellationToken);
        if ((before?.Version ?? 0) != version)
            throw new DocumentConflictException(Kind, Id, before?.Version ?? 0);
        return await documents.SaveAsync(Id, before, settings, author, SharedSettings.Changes(before?.Value, settings), cancellationToken);
    }
}
