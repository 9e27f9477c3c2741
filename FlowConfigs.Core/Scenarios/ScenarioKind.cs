using FlowConfigs.Core.Access;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>Scenarios as items of the table.</summary>
internal sealed class ScenarioKind() : StoredKind<Scenario>(Kinds.Scenario, ScenarioJson.Relaxed.Scenario)
{
    /// <summary>
    /// A scenario must not reach further than the user who changes it: the user must have the right to change the values of every config
    /// that the scenario has or had.
    /// </summary>
    public override IEnumerable<AccessQuestion> Needs(Change<Stored<Scenario>> change, SaveAction? action)
    {
        var right = action is SaveAction.ScenarioOn or SaveAction.ScenarioOff ? Right.Activate
            : change.After is null ? Right.Delete
            : ScenarioChange.Needed(change.Before?.Value, change.After.Value);
        yield return new(right, AccessResource.Of(ResourceKind.Scenario, ConfigId.Parse(change.Thing.Id)));
        foreach (var config in Reaches(change))
            yield return new(Right.EditValues, AccessResource.Config(config));
    }

    public override IReadOnlyList<ConfigId> Reaches(Change<Stored<Scenario>> change) =>
        [.. new[] { change.Before, change.After }.OfType<Stored<Scenario>>().SelectMany(scenario => scenario.Value.Reached()).Distinct()];

    public override IReadOnlyCollection<FieldChange> Fields(Change<Stored<Scenario>> change) =>
        change.After is null ? [] : ScenarioDiff.Of(change.Before?.Value, change.After.Value);
}
