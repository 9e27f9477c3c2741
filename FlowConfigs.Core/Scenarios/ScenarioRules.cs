using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Scenarios;

/// <summary>What must hold of a scenario when it is saved, and again when it is switched on.</summary>
public static class ScenarioRules
{
    /// <summary>Most configs of a scenario: all are written in one transaction, and each is two items.</summary>
    public const int MaxConfigs = ConfigStore.MaxWrites;

    /// <summary>Finds everything that is wrong with a scenario itself.</summary>
    public static IEnumerable<Problem> Problems(Scenario scenario)
    {
        if (ConfigRules.DescriptionProblem(scenario.Description) is { } description)
            yield return new("description", description);
        if (scenario.Values.Count == 0)
            yield return new("values", "A scenario needs values for at least one config.");
        if (scenario.Values.Count > MaxConfigs)
        {
            yield return new("values", $"There are {scenario.Values.Count} configs; {MaxConfigs} can be switched on at once. "
                + "Give the values to a common parent, or make a second scenario.");
        }

        foreach (var problem in scenario.Values.Take(MaxConfigs)
            .SelectMany(values => ConfigRules.Under($"values.{values.Key}", CountRules.ValueProblems(values.Value))))
            yield return problem;
        foreach (var (config, _) in scenario.Values.Where(values => values.Value.Count == 0))
            yield return new($"values.{config}", "Must have a value for at least one key. Remove the config if it needs none.");
    }

    /// <summary>Checks a scenario against its configs.</summary>
    /// <exception cref="InvalidConfigException">A config is missing, or a value does not fit.</exception>
    /// <exception cref="ConfigTooLargeException">A config's largest answer would not be below 32 KB.</exception>
    public static void Check(Scenario scenario, ScenarioPlan plan)
    {
        List<Problem> problems = [.. Problems(scenario), .. PlanProblems(scenario, plan)];
        if (problems.Count > 0)
            throw new InvalidConfigException(problems);
        foreach (var config in scenario.Values.Keys)
        {
            if (plan.LargestAfter(config) is { Fits: false } largest)
                throw largest.TooLargeFor(config);
        }
    }

    private static IEnumerable<Problem> PlanProblems(Scenario scenario, ScenarioPlan plan)
    {
        if (scenario.Values.Count <= MaxConfigs && plan.After.Count > MaxConfigs)
        {
            yield return new("values", $"With those for which it is on there are {plan.After.Count} configs; {MaxConfigs} can be changed "
                + "at once. Switch it off first.");
        }

        foreach (var problem in scenario.Values.Keys.SelectMany(config => ConfigRules.Under($"values.{config}", plan.Problems(config))))
            yield return problem;
    }
}
