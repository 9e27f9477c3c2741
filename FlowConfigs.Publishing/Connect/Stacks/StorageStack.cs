using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Where recordings, transcripts and records go.</summary>
internal sealed class StorageStack : ComponentStack
{
    public StorageStack(Construct scope, ContactCenter center)
        : base(scope, center, "storage", "where recordings, transcripts and records go")
    {
        foreach (var entry in center.Storage)
        {
            _ = new CfnInstanceStorageConfig(this, $"Storage{entry.Type}", new CfnInstanceStorageConfigProps
            {
                InstanceArn = InstanceArn,
                ResourceType = entry.Type.Word(),
                StorageType = TypeOf(entry),
                S3Config = entry.Bucket is null ? null : new CfnInstanceStorageConfig.S3ConfigProperty
                {
                    BucketName = entry.Bucket,
                    BucketPrefix = entry.Prefix!,
                    EncryptionConfig = Encryption(entry.KeyArn),
                },
                KinesisStreamConfig = entry.StreamArn is null ? null : new CfnInstanceStorageConfig.KinesisStreamConfigProperty
                {
                    StreamArn = entry.StreamArn,
                },
                KinesisFirehoseConfig = entry.FirehoseArn is null ? null : new CfnInstanceStorageConfig.KinesisFirehoseConfigProperty
                {
                    FirehoseArn = entry.FirehoseArn,
                },
                KinesisVideoStreamConfig = entry.RetentionHours is not { } hours ? null
                    : new CfnInstanceStorageConfig.KinesisVideoStreamConfigProperty
                    {
                        Prefix = entry.Prefix!,
                        RetentionPeriodHours = hours,
                        EncryptionConfig = Encryption(entry.KeyArn)!,
                    },
            });
        }
    }

    private static string TypeOf(Storage entry) => entry switch
    {
        { Bucket: not null } => "S3",
        { RetentionHours: not null } => "KINESIS_VIDEO_STREAM",
        { FirehoseArn: not null } => "KINESIS_FIREHOSE",
        _ => "KINESIS_STREAM",
    };

    private static CfnInstanceStorageConfig.EncryptionConfigProperty? Encryption(string? key) => key is null ? null : new()
    {
        EncryptionType = "KMS",
        KeyId = key,
    };
}
