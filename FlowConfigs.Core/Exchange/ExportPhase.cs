namespace FlowConfigs.Core.Exchange;

/// <summary>What an export contains, in this order. Aliases come with the configs at which they point.</summary>
public enum ExportPhase
{
    /// <summary>Configs and their aliases.</summary>
    Config,

    /// <summary>Scenarios.</summary>
    Scenario,

    /// <summary>Lists with their entries.</summary>
    List,
}
