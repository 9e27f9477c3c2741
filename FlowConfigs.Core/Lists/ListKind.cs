using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Lists;

/// <summary>Lists, without their entries, as items of the table.</summary>
internal sealed class ListKind() : StoredKind<ListHead>(Kinds.List, ListJson.Relaxed.ListHead)
{
    // That its deletion has begun is part of the deletion.
    public override IEnumerable<AccessQuestion> Needs(Change<Stored<ListHead>> change, SaveAction? action)
    {
        var deletes = change.After is null || (change.Before is { } before && before.Value.Deleting != change.After.Value.Deleting);
        return [new(deletes ? Right.Delete : Right.Define, AccessResource.Of(ResourceKind.List, ConfigId.Parse(change.Thing.Id)))];
    }

    public override IReadOnlyCollection<FieldChange> Fields(Change<Stored<ListHead>> change) =>
        change.After is null ? [] : ListDiff.Of(change.Before?.Value, change.After.Value);
}
