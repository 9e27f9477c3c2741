using System.Text.Json;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// Configs as items of the table. The whole config is one JSON text in <see cref="Item.Body"/>; beside it stand only the attributes that
/// DynamoDB itself must see. docs/decisions/0002 says why.
/// </summary>
internal sealed class ConfigKind : VersionedKind<Config>
{
    public override string Name => Kinds.Config;

    public override string IdOf(Config thing) => thing.Id.Value;

    public override int VersionOf(Config thing) => thing.Version;

    public override Saved? SavedOf(Config thing) => thing.Saved;

    public override Config Stamped(Config thing, int version, Saved saved) => thing with { Version = version, Saved = saved };

    public override string SummaryOf(Config thing) => JsonSerializer.Serialize(ConfigSummary.Of(thing), ConfigJson.Relaxed.ConfigSummary);

    public override int CountsOnFrom(Config thing) => thing.MovedFrom is [var from, ..] ? from.Version : 0;

    public override Config Read(TableItem item) => JsonSerializer.Deserialize(item[Item.Body], ConfigJson.Default.Config)!;

    public override IEnumerable<AccessQuestion> Needs(Change<Config> change, SaveAction? action)
    {
        var resource = AccessResource.Config(change.Thing.Id);
        if (change.After is null)
            yield return new(Right.Delete, resource);
        // A config that goes elsewhere, or comes from there, is defined anew.
        if (change is { Before: null } or { MovedTo: not null })
            yield return new(Right.Define, resource);
        if (change is { Before: { } before, After: { } after })
            yield return new(ConfigChange.Needed(before, after), resource);
    }

    public override IReadOnlyCollection<FieldChange> Fields(Change<Config> change) => change switch
    {
        { MovedTo: { } to } => [new("id", change.Thing.Id.Value, to.Value)],
        { After: null } => [],
        // A move changes nothing but the id.
        { Before: null, After: { Saved.Action: SaveAction.Moved, MovedFrom: [var from, ..] } after } => [new("id", from.Id.Value, after.Id.Value)],
        _ => ConfigDiff.Of(change.Before, change.After),
    };

    public override Exception Conflict(string id, Config? current, bool creates) =>
        new VersionConflictException(ConfigId.Parse(id), current) { Exists = creates };

    public override ConfigTooLargeException TooLarge(Config thing, int bytes) => new(
        $"{thing.Id} would take {bytes:N0} of the {Item.MaxBytes:N0} bytes that the table stores for one config. "
        + $"Shorten or remove texts; the largest are in {string.Join(", ", ConfigDiff.LargestParts(thing))}.");

    protected override void Write(TableItem item, Config thing) =>
        item[Item.Body] = JsonSerializer.Serialize(thing, ConfigJson.Relaxed.Config);
}
