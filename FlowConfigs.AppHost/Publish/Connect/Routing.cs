using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.AppHost.Publish.Connect;

internal enum Channel
{
    Voice,
    Chat,
    Task,
    Email,
}

/// <summary>What the model calls by a name.</summary>
internal interface INamed
{
    string Name { get; }
}

internal sealed record Hours : INamed
{
    [Description("Name, unique among the hours")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("What they are for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("IANA time zone, such as Europe/London")]
    public required string TimeZone { get; init; }

    [Description("Spans of time; a day without any is closed")]
    [MaxLength(100)]
    public required IReadOnlyList<OpenSpan> Open { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record OpenSpan
{
    [Description("Day of the week")]
    public required Day Day { get; init; }

    [Description("Time of the clock, such as 09:00")]
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    public required string From { get; init; }

    [Description("Time of the clock, such as 17:00; 00:00 is the end of the day")]
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    public required string To { get; init; }
}

internal enum Day
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

internal enum NumberType
{
    Did,
    TollFree,
    Uifn,
    Shared,
    ThirdPartyDid,
    ThirdPartyTf,
    ShortCode,
}

internal sealed record Number : INamed
{
    [Description("What the model calls it; Connect has no name for it")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("Country, as ISO 3166 has it, such as GB; it cannot be changed later")]
    [RegularExpression("^[A-Z]{2}$")]
    public required string Country { get; init; }

    [Description("DID is a local number; it cannot be changed later")]
    public required NumberType Type { get; init; }

    [Description("What the number begins with, such as +4420; it cannot be changed later")]
    [RegularExpression(@"^\+[0-9]{1,15}$")]
    public string? Prefix { get; init; }

    [Description("What it is for")]
    [StringLength(500)]
    public string? Description { get; init; }

    [Description("The flow that callers get")]
    public string? Flow { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record Queue : INamed
{
    [Description("Name, unique among the queues")]
    [StringLength(127)]
    public required string Name { get; init; }

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

internal sealed record RoutingProfile : INamed
{
    [Description("Name, unique among the routing profiles")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public required string Description { get; init; }

    [Description("The queue in whose name its agents call")]
    public required string DefaultOutboundQueue { get; init; }

    [Description("How many contacts an agent takes at once")]
    [MinLength(1)]
    [MaxLength(4)]
    public required IReadOnlyList<ChannelLimit> Channels { get; init; }

    [Description("The queues that its agents serve")]
    public IReadOnlyList<ServedQueue> Queues { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record ChannelLimit
{
    [Description("The channel")]
    public required Channel Channel { get; init; }

    [Description("Contacts at once: 1 of VOICE, up to 10 of the others")]
    [Range(1, 10)]
    public required int Contacts { get; init; }
}

internal sealed record ServedQueue
{
    [Description("A name of queues")]
    public required string Queue { get; init; }

    [Description("The channel")]
    public required Channel Channel { get; init; }

    [Description("1 comes first")]
    [Range(1, 99)]
    public int Priority { get; init; } = 1;

    [Description("Seconds that a contact waits before its agents get it")]
    [Range(0, 9999)]
    public int DelaySeconds { get; init; }
}

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
