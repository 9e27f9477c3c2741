using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

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
