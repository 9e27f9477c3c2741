using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record Queue : INamed
{
    [Description("Name, unique among the queues")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("When it is open: a name of hours")]
    public required string Hours { get; init; }

    [Description("How many contacts wait at most; without it the instance's limit holds")]
    [Range(0, int.MaxValue)]
    public int? MaxContacts { get; init; }

    [Description("Who calls, as people who are called see it")]
    [StringLength(255)]
    public string? CallerIdName { get; init; }

    [Description("The number that people who are called see: a name of numbers")]
    public string? CallerIdNumber { get; init; }

    [Description("Whether it takes contacts")]
    public bool Enabled { get; init; } = true;

    [Description("Where agents of this queue can transfer to: names of quick connects")]
    public IReadOnlyList<string> QuickConnects { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
