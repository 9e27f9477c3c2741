using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import does with one config.</summary>
/// <param name="Item">As the report shows it.</param>
/// <param name="Before">The config as it was read; null when it is not there.</param>
/// <param name="After">What it becomes; null when it is deleted, refused, or stays as it is.</param>
internal sealed record PlannedConfig(ImportItem Item, Config? Before, Config? After)
{
    public Change<Config> Change => new(Before, After);

    public bool Writes => After is not null || Item.Outcome == ImportOutcome.Deleted;
}
