using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Aliases;

/// <summary>
/// An alias as items of the table, and a link beside its config, so that a config knows at once, and not only when the index has followed,
/// which aliases point at it.
/// </summary>
internal sealed class AliasKind() : StoredKind<Alias>(Kinds.Alias, AliasJson.Relaxed.Alias)
{
    /// <summary>The links' sort keys begin with it.</summary>
    public const string LinkPrefix = "ALIAS#";

    /// <summary>Most items that a save writes: the alias, its version, and the link, taken from one config and given to another.</summary>
    public const int ItemsOfSave = 4;

    /// <summary>Items that a deletion writes.</summary>
    public const int ItemsOfDeletion = 3;

    public static ItemKey LinkKey(ConfigId target, ConfigId alias) =>
        new(Item.Partition(Kinds.Config, target.Value), LinkPrefix + alias);

    public override string SummaryOf(Stored<Alias> thing) => thing.Value.Target.Value;

    // An alias is one of its config's names: a user who takes it from one config and gives it to another changes both.
    public override IEnumerable<AccessQuestion> Needs(Change<Stored<Alias>> change, SaveAction? action) =>
        new[] { ConfigId.Parse(change.Thing.Id), change.Before?.Value.Target, change.After?.Value.Target }
            .OfType<ConfigId>().Select(id => new AccessQuestion(Right.Define, AccessResource.Config(id)));

    public override IReadOnlyCollection<FieldChange> Fields(Change<Stored<Alias>> change) => change.After is null
        ? []
        : [new("target", change.Before?.Value.Target.Value, change.After.Value.Target.Value)];
}
