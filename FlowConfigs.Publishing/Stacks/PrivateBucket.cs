using Amazon.CDK;
using Amazon.CDK.AWS.S3;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// A versioned, encrypted bucket that takes TLS only and is never public. A fixed name lets other Regions know it. Such a bucket goes with
/// its stack, which CloudFormation refuses while it holds anything.
/// </summary>
internal static class PrivateBucket
{
    public static CfnBucket In(Stack stack, string id, string? name, params IEnumerable<object> statements)
    {
        var bucket = new CfnBucket(stack, id, new CfnBucketProps
        {
            BucketName = name is null ? null : Fn.Sub(name),
            VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Status = "Enabled" },
            BucketEncryption = new CfnBucket.BucketEncryptionProperty
            {
                ServerSideEncryptionConfiguration = new[]
                {
                    new CfnBucket.ServerSideEncryptionRuleProperty
                    {
                        ServerSideEncryptionByDefault = new CfnBucket.ServerSideEncryptionByDefaultProperty { SseAlgorithm = "AES256" },
                    },
                },
            },
            PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty
            {
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            OwnershipControls = new CfnBucket.OwnershipControlsProperty
            {
                Rules = new[] { new CfnBucket.OwnershipControlsRuleProperty { ObjectOwnership = "BucketOwnerEnforced" } },
            },
        });
        _ = new CfnBucketPolicy(stack, $"{id}Policy", new CfnBucketPolicyProps
        {
            Bucket = bucket.Ref,
            PolicyDocument = Policy.Of([Policy.TlsOnly("s3", bucket.AttrArn, $"{bucket.AttrArn}/*"), .. statements]),
        });
        return bucket;
    }
}
