using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum QuickConnectType
{
    Queue,
    User,
    PhoneNumber,
}

internal sealed record QuickConnect : INamed
{
    [Description("Name, unique among the quick connects")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("Where it leads to")]
    public required QuickConnectType Type { get; init; }

    [Description("Of QUEUE: a name of queues")]
    public string? Queue { get; init; }

    [Description("Of USER: a username")]
    public string? User { get; init; }

    [Description("Of PHONE_NUMBER: the number, such as +442071234567")]
    [RegularExpression(@"^\+[1-9][0-9]{1,14}$")]
    public string? Number { get; init; }

    [Description("Of QUEUE and USER: the flow that transfers, of type QUEUE_TRANSFER or AGENT_TRANSFER")]
    public string? Flow { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
