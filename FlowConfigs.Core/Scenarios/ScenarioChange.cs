using FlowConfigs.Core.Access;

namespace FlowConfigs.Core.Scenarios;

/// <summary>Tells a change of a scenario's values from a change of what it is.</summary>
public static class ScenarioChange
{
    /// <summary>
    /// The right that a save needs: <see cref="Right.EditValues"/> where it gives other values to the same keys of the same configs,
    /// and <see cref="Right.Define"/> otherwise.
    /// </summary>
    /// <param name="saved">The scenario as it is; null for a new one.</param>
    /// <param name="draft">The scenario about to be saved.</param>
    public static Right Needed(Scenario? saved, Scenario draft) =>
        saved is not null && saved.Description == draft.Description && Keys(saved).SetEquals(Keys(draft)) ? Right.EditValues : Right.Define;

    private static HashSet<(string Config, string Key)> Keys(Scenario scenario) =>
        [.. scenario.Values.SelectMany(config => config.Value.Keys.Select(key => (config.Key.Value, key)))];
}
