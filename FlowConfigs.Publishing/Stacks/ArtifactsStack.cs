using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>What is there before anything else: the buckets of zips and of backups, and the table's key where one is wanted.</summary>
internal sealed class ArtifactsStack : TemplateStack
{
    private const int DaysOfOldZips = 90;

    public ArtifactsStack(Construct scope)
        : base(scope, "00")
    {
        AddBucket();
        AddBackups();
        AddKey();
    }

    /// <summary>The key's name, by which the other stacks know it in either Region.</summary>
    public static string KeyAlias => "alias/flow-configs-${Stage}";

    private void AddBucket()
    {
        var bucket = PrivateBucket.In(this, "Artifacts", "flow-configs-${Stage}-artifacts-${AWS::AccountId}-${AWS::Region}");
        bucket.LifecycleConfiguration = new CfnBucket.LifecycleConfigurationProperty
        {
            Rules = new[]
            {
                new CfnBucket.RuleProperty
                {
                    Id = "old-zips",
                    Status = "Enabled",
                    NoncurrentVersionExpiration = new CfnBucket.NoncurrentVersionExpirationProperty { NoncurrentDays = DaysOfOldZips },
                    AbortIncompleteMultipartUpload = new CfnBucket.AbortIncompleteMultipartUploadProperty { DaysAfterInitiation = 1 },
                },
            },
        };
        Publish("artifact-bucket", bucket.Ref);
    }

    // Kept when the stack goes; CloudFormation names it, so that the next installation does not find its name taken.
    private void AddBackups()
    {
        var bucket = PrivateBucket.In(this, "Backups", name: null);
        bucket.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        bucket.LifecycleConfiguration = new CfnBucket.LifecycleConfigurationProperty
        {
            Rules = new[]
            {
                new CfnBucket.RuleProperty
                {
                    Id = "old-backups",
                    Status = "Enabled",
                    Prefix = ScheduledBackup.Prefix,
                    NoncurrentVersionExpiration = new CfnBucket.NoncurrentVersionExpirationProperty { NoncurrentDays = 1 },
                    AbortIncompleteMultipartUpload = new CfnBucket.AbortIncompleteMultipartUploadProperty { DaysAfterInitiation = 1 },
                },
            },
        };
        // The typed property takes no parameter.
        bucket.AddPropertyOverride("LifecycleConfiguration.Rules.0.ExpirationInDays", Ref("BackupDays"));
        Publish("backup-bucket", bucket.Ref);
    }

    private void AddKey()
    {
        var wanted = When("CustomerKey", "true", "WithCustomerKey");
        var key = new CfnKey(this, "TableKey", new CfnKeyProps
        {
            Description = Sub("Flow Configs, ${Stage}: the table"),
            EnableKeyRotation = true,
            // The account's own IAM policies decide: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
            KeyPolicy = Policy.Of(new Dictionary<string, object>
            {
                ["Sid"] = "Account",
                ["Effect"] = "Allow",
                ["Principal"] = new Dictionary<string, object> { ["AWS"] = RawSub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root") },
                ["Action"] = "kms:*",
                ["Resource"] = "*",
            }),
        });
        key.CfnOptions.Condition = wanted;
        key.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        var alias = new CfnAlias(this, "TableKeyAlias", new CfnAliasProps { AliasName = Sub(KeyAlias), TargetKeyId = key.Ref });
        alias.CfnOptions.Condition = wanted;
    }
}
