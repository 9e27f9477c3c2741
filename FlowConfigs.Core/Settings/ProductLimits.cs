using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Settings;

/// <summary>Limits that no user can change: AWS sets them, or they follow from the limits of AWS.</summary>
/// <param name="AnswerBytes">An answer to a flow has fewer bytes of UTF-8 than this.</param>
/// <param name="ConfigBytes">Most bytes that the table stores for one config.</param>
/// <param name="PromptCharacters">Most characters of a prompt's text, with its SSML.</param>
/// <param name="SpokenCharacters">Most characters of it that are spoken.</param>
/// <param name="TimedChanges">Most timed changes of a config.</param>
/// <param name="ScenarioConfigs">Most configs of a scenario.</param>
public sealed record ProductLimits(
    int AnswerBytes, int ConfigBytes, int PromptCharacters, int SpokenCharacters, int TimedChanges, int ScenarioConfigs)
{
    /// <summary>The limits.</summary>
    public static ProductLimits All { get; } = new(
        FlowAnswer.MaxBytes,
        ConfigStore.MaxItemBytes,
        PromptRules.MaxCharacters,
        PromptRules.MaxBilledCharacters,
        ChangeRules.MaxChanges,
        ConfigStore.MaxWrites);
}
