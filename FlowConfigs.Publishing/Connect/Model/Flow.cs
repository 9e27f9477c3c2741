using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum FlowType
{
    ContactFlow,
    CustomerQueue,
    CustomerHold,
    CustomerWhisper,
    AgentHold,
    AgentWhisper,
    OutboundWhisper,
    AgentTransfer,
    QueueTransfer,
    Campaign,
}

internal sealed record Flow : INamed
{
    [Description("Name, unique among the flows")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What it is for")]
    [StringLength(500)]
    public string? Description { get; init; }

    [Description("What it is run for; it cannot be changed later")]
    public required FlowType Type { get; init; }

    [Description("The flow's JSON as Connect's API has it, beside this file; @@queue:Sales@@ stands for an ARN")]
    public required string File { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record FlowModule : INamed
{
    [Description("Name, unique among the modules")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What it is for")]
    [StringLength(500)]
    public string? Description { get; init; }

    [Description("The module's JSON as Connect's API has it, beside this file")]
    public required string File { get; init; }

    [Description("The module's settings (its input and output) as Connect's API has them, a JSON file beside this file")]
    public string? Settings { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
