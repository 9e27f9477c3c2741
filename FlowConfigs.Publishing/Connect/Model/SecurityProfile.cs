using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record SecurityProfile : INamed
{
    [Description("Name, unique among the security profiles")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("Names of Connect's permissions, such as BasicAgentAccess")]
    [MaxLength(500)]
    public IReadOnlyList<string> Permissions { get; init; } = [];

    [Description("Apps of the agent workspace that its users may open")]
    public IReadOnlyList<ApplicationAccess> Applications { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record ApplicationAccess
{
    [Description("Namespace of the app, such as flow-configs-dev")]
    [StringLength(128)]
    public required string Namespace { get; init; }

    [Description("ACCESS, and whatever else the app asks for")]
    [MinLength(1)]
    [MaxLength(10)]
    public required IReadOnlyList<string> Permissions { get; init; }
}
