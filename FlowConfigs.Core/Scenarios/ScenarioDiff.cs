using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Scenarios;

/// <summary>What differs between two versions of a scenario, field by field.</summary>
public static class ScenarioDiff
{
    /// <summary>Every field that differs.</summary>
    /// <param name="before">The one; null when there was none.</param>
    /// <param name="after">The other.</param>
    public static IReadOnlyList<FieldChange> Of(Scenario? before, Scenario after)
    {
        var (was, now) = (Fields(before), Fields(after));
        return
        [
            .. was.Keys.Union(now.Keys)
                .Select(path => new FieldChange(path, was.GetValueOrDefault(path), now.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> Fields(Scenario? scenario)
    {
        var fields = new Dictionary<string, string>();
        if (scenario is null)
            return fields;
        if (scenario.On is { } run)
        {
            fields.Add("on.from", run.From.ToString("O"));
            fields.Add("on.until", run.Until.ToString("O"));
            fields.Add("on.timeZone", run.TimeZone);
        }

        if (scenario.Description != "")
            fields.Add("description", scenario.Description);
        foreach (var (config, values) in scenario.Values)
            ConfigDiff.Add(fields, $"values.{config}", values);
        return fields;
    }
}
