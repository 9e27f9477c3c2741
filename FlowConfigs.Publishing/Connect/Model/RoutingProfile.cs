using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum Channel
{
    Voice,
    Chat,
    Task,
    Email,
}

internal enum CrossChannel
{
    RouteCurrentChannelOnly,
    RouteAnyChannel,
}

internal enum AvailabilityTimer
{
    TimeSinceLastActivity,
    TimeSinceLastInbound,
}

internal sealed record RoutingProfile : INamed
{
    [Description("Name, unique among the routing profiles")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public required string Description { get; init; }

    [Description("The queue in whose name its agents call")]
    public required string DefaultOutboundQueue { get; init; }

    [Description("How many contacts an agent takes at once")]
    [MinLength(1)]
    [MaxLength(4)]
    public required IReadOnlyList<ChannelLimit> Channels { get; init; }

    [Description("Which agent has waited longest: since any activity, which Connect assumes, or since the last inbound contact")]
    public AvailabilityTimer? AvailabilityTimer { get; init; }

    [Description("The queues that its agents serve")]
    public IReadOnlyList<ServedQueue> Queues { get; init; } = [];

    [Description("The queues from which its agents can take a contact themselves")]
    [MaxLength(10)]
    public IReadOnlyList<ManualQueue> ManualQueues { get; init; } = [];

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

    [Description("Whether an agent who has a contact of this channel gets contacts of the others too; Connect assumes not")]
    public CrossChannel? CrossChannel { get; init; }
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

/// <summary>https://docs.aws.amazon.com/connect/latest/APIReference/API_RoutingProfileManualAssignmentQueueConfig.html</summary>
internal sealed record ManualQueue
{
    [Description("A name of queues")]
    public required string Queue { get; init; }

    [Description("The channel")]
    public required Channel Channel { get; init; }
}
