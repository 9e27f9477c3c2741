using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.AppHost.Publish.Connect;

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

    [Description("What it is for")]
    [StringLength(500)]
    public string? Description { get; init; }

    [Description("The module's JSON as Connect's API has it, beside this file")]
    public required string File { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

internal sealed record Function : INamed
{
    [Description("What flows call it: @@lambda:NAME@@")]
    [StringLength(64)]
    public required string Name { get; init; }

    [Description("Its ARN, unless an SSM parameter has it")]
    [RegularExpression("^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[a-zA-Z0-9_-]+(:[a-zA-Z0-9_$-]+)?$")]
    public string? Arn { get; init; }

    [Description("The SSM parameter with its ARN, such as /flow-configs/dev/get-config-arn")]
    [RegularExpression("^/[a-zA-Z0-9_./-]+$")]
    public string? Parameter { get; init; }

    [Description("Whether this stack lets Connect invoke it; false where another stack does, as Flow Configs' own does")]
    public bool Associate { get; init; } = true;
}

internal sealed record LexBot : INamed
{
    [Description("What flows call it: @@lex-bot:NAME@@")]
    [StringLength(100)]
    public required string Name { get; init; }

    [Description("ARN of the alias of a Lex V2 bot, in the instance's Region")]
    [RegularExpression("^arn:aws[a-z-]*:lex:[a-z0-9-]+:[0-9]{12}:bot-alias/[0-9A-Z]+/[0-9A-Z]+$")]
    public required string AliasArn { get; init; }
}

internal sealed record Application : INamed
{
    [Description("Name, unique among the applications")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("Its ARN, unless an SSM parameter has it")]
    [RegularExpression("^arn:aws[a-z-]*:app-integrations:[a-z0-9-]+:[0-9]{12}:application/.+$")]
    public string? Arn { get; init; }

    [Description("The SSM parameter with its ARN")]
    [RegularExpression("^/[a-zA-Z0-9_./-]+$")]
    public string? Parameter { get; init; }
}

internal enum StorageType
{
    CallRecordings,
    ChatTranscripts,
    ScheduledReports,
    MediaStreams,
    ContactTraceRecords,
    AgentEvents,
}

/// <summary>https://docs.aws.amazon.com/connect/latest/APIReference/API_InstanceStorageConfig.html</summary>
internal sealed record Storage
{
    [Description("What is stored")]
    public required StorageType Type { get; init; }

    [Description("Of recordings, transcripts and reports: the S3 bucket")]
    [StringLength(63)]
    public string? Bucket { get; init; }

    [Description("Of a bucket: what keys begin with; of MEDIA_STREAMS: what streams begin with")]
    [StringLength(128)]
    public string? Prefix { get; init; }

    [Description("The KMS key that encrypts")]
    [RegularExpression("^arn:aws[a-z-]*:kms:.+$")]
    public string? KeyArn { get; init; }

    [Description("Of records and events: the Kinesis data stream")]
    [RegularExpression("^arn:aws[a-z-]*:kinesis:.+:stream/.+$")]
    public string? StreamArn { get; init; }

    [Description("Of records: the Firehose stream")]
    [RegularExpression("^arn:aws[a-z-]*:firehose:.+:deliverystream/.+$")]
    public string? FirehoseArn { get; init; }

    [Description("Of MEDIA_STREAMS: hours for which they are kept")]
    [Range(0, 87_600)]
    public int? RetentionHours { get; init; }
}
