using Amazon.CDK.AWS.CloudFront;
using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The CloudFront distribution: the primary Region's bucket, and the secondary's where that one fails.</summary>
internal sealed class WebStack : TemplateStack
{
    // "CachingOptimized": https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";

    private const string Primary = "primary";
    private const string Secondary = "secondary";
    private const string Both = "both";

    // 403 is what S3 answers for a file that is not there, and for a bucket whose policy is broken.
    private static readonly int[] FailoverStatuses = [403, 500, 502, 503, 504];

    public WebStack(Construct scope)
        : base(scope, "55")
    {
        var two = Given("SecondaryRegion");
        var access = new CfnOriginAccessControl(this, "Access", new CfnOriginAccessControlProps
        {
            OriginAccessControlConfig = new CfnOriginAccessControl.OriginAccessControlConfigProperty
            {
                Name = Sub("flow-configs-${Stage}"),
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
        });
        var headers = SecurityHeaders.In(this);
        var routes = WebRoutes.In(this);
        var distribution = new CfnDistribution(this, "Distribution", new CfnDistributionProps
        {
            DistributionConfig = new CfnDistribution.DistributionConfigProperty
            {
                Enabled = true,
                Comment = Sub("Flow Configs, ${Stage}"),
                DefaultRootObject = "index.html",
                HttpVersion = "http2and3",
                Ipv6Enabled = true,
                PriceClass = "PriceClass_100",
                Aliases = [Value("HostName")],
                ViewerCertificate = new CfnDistribution.ViewerCertificateProperty
                {
                    AcmCertificateArn = Value("CertificateArn"),
                    SslSupportMethod = "sni-only",
                    MinimumProtocolVersion = "TLSv1.2_2021",
                },
                DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty
                {
                    TargetOriginId = Primary,
                    ViewerProtocolPolicy = "redirect-to-https",
                    Compress = true,
                    // An origin group fails over for these only.
                    AllowedMethods = ["GET", "HEAD", "OPTIONS"],
                    CachePolicyId = CachingOptimized,
                    ResponseHeadersPolicyId = headers.AttrId,
                    FunctionAssociations = new[]
                    {
                        new CfnDistribution.FunctionAssociationProperty
                        {
                            EventType = "viewer-request",
                            FunctionArn = routes.AttrFunctionArn,
                        },
                    },
                },
            },
        });
        // The typed properties take no conditions.
        distribution.AddPropertyOverride("DistributionConfig.DefaultCacheBehavior.TargetOriginId", If(two, Both, Primary));
        distribution.AddPropertyOverride("DistributionConfig.Origins", new object[]
        {
            Origin(Primary, "${AWS::Region}", access),
            If(two, Origin(Secondary, "${SecondaryRegion}", access)),
        });
        distribution.AddPropertyOverride("DistributionConfig.OriginGroups", If(two, Group()));
        distribution.AddPropertyOverride(
            "DistributionConfig.WebACLId", If(Given("DistributionWebAclArn"), Ref("DistributionWebAclArn")));
        Publish("distribution-id", distribution.Ref);
        Publish("distribution-domain", distribution.AttrDomainName);
    }

    private static Dictionary<string, object> Origin(string id, string region, CfnOriginAccessControl access) => new()
    {
        ["Id"] = id,
        ["DomainName"] = RawSub($"{WebBucketStack.NameIn(region)}.s3.{region}.amazonaws.com"),
        ["OriginAccessControlId"] = access.AttrId,
        ["S3OriginConfig"] = new Dictionary<string, object> { ["OriginAccessIdentity"] = "" },
    };

    private static Dictionary<string, object> Group() => new()
    {
        ["Quantity"] = 1,
        ["Items"] = new object[]
        {
            new Dictionary<string, object>
            {
                ["Id"] = Both,
                ["FailoverCriteria"] = new Dictionary<string, object>
                {
                    ["StatusCodes"] = new Dictionary<string, object>
                    {
                        ["Quantity"] = FailoverStatuses.Length,
                        ["Items"] = FailoverStatuses,
                    },
                },
                ["Members"] = new Dictionary<string, object>
                {
                    ["Quantity"] = 2,
                    ["Items"] = new[] { Primary, Secondary }.Select(id => new Dictionary<string, object> { ["OriginId"] = id }).ToArray(),
                },
            },
        },
    };
}
