using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record Hierarchy
{
    [Description("Names of the levels, the top one first")]
    [MaxLength(5)]
    public IReadOnlyList<string> Levels { get; init; } = [];

    [Description("Groups")]
    public IReadOnlyList<HierarchyGroup> Groups { get; init; } = [];
}

internal sealed record HierarchyGroup : INamed
{
    [Description("Name, unique among the groups")]
    [StringLength(100)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("The group above; without it the group is on the top level")]
    public string? Parent { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
