using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum Identity
{
    ConnectManaged,
    Saml,
    ExistingDirectory,
}

internal sealed record Instance
{
    [Description("Who keeps the users: Connect itself, a SAML provider or a directory; it cannot be changed later")]
    public Identity Identity { get; init; }

    [Description("The directory, where identity is EXISTING_DIRECTORY")]
    [RegularExpression("^d-[0-9a-f]{10}$")]
    public string? DirectoryId { get; init; }

    [Description("Whether people can call")]
    public bool InboundCalls { get; init; } = true;

    [Description("Whether agents can call")]
    public bool OutboundCalls { get; init; } = true;

    [Description("Whether flows write logs to CloudWatch")]
    public bool FlowLogs { get; init; } = true;

    [Description("Whether Contact Lens analyses contacts")]
    public bool ContactLens { get; init; }

    [Description("Whether texts are spoken by the best voice that there is")]
    public bool AutoResolveBestVoices { get; init; } = true;

    [Description("Whether agents hear what comes before an answer, such as a busy tone")]
    public bool EarlyMedia { get; init; } = true;

    [Description("Whether up to six take part in a call")]
    public bool MultiPartyConference { get; init; }

    [Description("Whether up to six take part in a chat")]
    public bool MultiPartyChatConference { get; init; }

    [Description("Whether outbound campaigns can call")]
    public bool HighVolumeOutbound { get; init; }

    [Description("Whether supervisors can barge into calls")]
    public bool EnhancedContactMonitoring { get; init; }

    [Description("Whether supervisors can barge into chats")]
    public bool EnhancedChatMonitoring { get; init; }

    [Description("Where identity is CONNECT_MANAGED: the secret with the first password of users who name none themselves")]
    [StringLength(512)]
    [RegularExpression("^[a-zA-Z0-9/_+=.@-]+$")]
    public string? PasswordSecret { get; init; }

    [Description("Days for which CloudWatch keeps the flows' logs, as CloudWatch has them: 1, 3, 5, 7, 14, 30, 60, 90 … 3653")]
    [Range(1, 3653)]
    public int LogRetentionDays { get; init; } = 7;

    [Description("Policies of a role for Connect; empty makes none, because Connect has a service-linked role of its own")]
    [MaxLength(10)]
    public IReadOnlyList<string> RolePolicyArns { get; init; } = [];

    [Description("Tags of the instance alone")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>https://docs.aws.amazon.com/connect/latest/adminguide/setup-connect-global-resiliency.html</summary>
internal sealed record Replica
{
    [Description("The Region of the copy")]
    [RegularExpression("^[a-z]{2}-[a-z]+-[0-9]$")]
    public required string Region { get; init; }

    [Description("Name of the copy in its address")]
    [StringLength(45)]
    [RegularExpression("^(?!d-)[0-9a-zA-Z]+(-*[0-9a-zA-Z])*$")]
    public required string Alias { get; init; }

    [Description("Name of the traffic distribution group, which the numbers are claimed to")]
    [StringLength(128)]
    public required string TrafficGroup { get; init; }

    [Description("Percent of calls that the copy takes, in tens")]
    [Range(0, 100)]
    public int Share { get; init; }
}
