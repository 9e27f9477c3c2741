using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The bucket of the web app's files. Both Regions hold the same.</summary>
internal sealed class WebBucketStack : TemplateStack
{
    public WebBucketStack(Construct scope)
        : base(scope, "50")
    {
        var bucket = PrivateBucket.In(
            this,
            "Web",
            NameIn("${AWS::Region}"),
            // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
            Policy.AllowTo(
                "CloudFront",
                Policy.Service("cloudfront.amazonaws.com"),
                ["s3:GetObject"],
                [RawSub($"arn:${{AWS::Partition}}:s3:::{NameIn("${AWS::Region}")}/*")],
                Policy.Condition(
                    "ArnLike",
                    "aws:SourceArn",
                    RawSub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${DistributionId}"))));
        Publish("web-bucket", bucket.Ref);
    }

    /// <summary>The bucket's name in a Region, from which the distribution knows both.</summary>
    public static string NameIn(string region) => $"flow-configs-${{Stage}}-web-${{AWS::AccountId}}-{region}";
}
