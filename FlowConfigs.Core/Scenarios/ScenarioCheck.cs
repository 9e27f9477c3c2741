using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Scenarios;

/// <summary>Judges a scenario while it is written: by the rules, against its configs, and by what callers would hear.</summary>
/// <param name="store">The scenarios.</param>
/// <param name="configs">The configs of the same table.</param>
/// <param name="settings">The settings, which have the voice of each language.</param>
/// <param name="time">The clock.</param>
public sealed class ScenarioCheck(ScenarioStore store, ConfigStore configs, SettingsStore settings, TimeProvider time)
{
    private readonly ScenarioReads reads = new(configs);

    /// <summary>Says what would keep a scenario from being saved, and what callers may hear wrong. It writes nothing.</summary>
    /// <param name="id">The id of the scenario that the draft changes; null for a new one.</param>
    /// <param name="draft">The scenario as the user has written it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <remarks>Configs below, and the sizes of answers, are judged by the save alone.</remarks>
    public async Task<(IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)> TryCheckAsync(
        ConfigId? id, Scenario draft, CancellationToken cancellationToken)
    {
        // Too many values are refused before a config is read.
        if (ScenarioRules.Problems(draft).ToList() is { Count: > 0 } problems)
            return (problems, []);
        var saved = id is null ? null : await store.GetAsync(id, cancellationToken);
        var now = time.GetUtcNow();
        var plan = await reads.PlanAsync(id ?? New, draft, saved?.Value, now, now.AddHours(1), cancellationToken);
        var shared = await settings.GetAsync(cancellationToken);
        return (
            [.. draft.Values.Keys.SelectMany(config => ConfigRules.Under($"values.{config}", plan.Problems(config)))],
            [.. SpeechWarnings.Of(draft.Values, shared)]);
    }

    // A new scenario is on nowhere: its id does not matter.
    private static ConfigId New => ConfigId.Parse("new");
}
