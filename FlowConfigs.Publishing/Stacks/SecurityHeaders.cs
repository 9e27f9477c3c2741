using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// What browsers are told with every file of the web app. No X-Frame-Options: it cannot name origins, and the agent workspace frames the
/// app; frame-ancestors stands in its place.
/// </summary>
internal static class SecurityHeaders
{
    private const int TwoYears = 2 * 365 * 24 * 60 * 60;

    /// <summary>With the parameters FrameAncestors and ConnectSources.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "media-src 'self' blob:; connect-src 'self' ${ConnectSources}; frame-ancestors 'self' ${FrameAncestors}; "
        + "base-uri 'self'; object-src 'none'; form-action 'self'";

    public static CfnResponseHeadersPolicy In(Stack stack) => new(stack, "Headers", new CfnResponseHeadersPolicyProps
    {
        ResponseHeadersPolicyConfig = new CfnResponseHeadersPolicy.ResponseHeadersPolicyConfigProperty
        {
            Name = Fn.Sub("flow-configs-${Stage}"),
            SecurityHeadersConfig = new CfnResponseHeadersPolicy.SecurityHeadersConfigProperty
            {
                ContentSecurityPolicy = new CfnResponseHeadersPolicy.ContentSecurityPolicyProperty
                {
                    Override = true,
                    ContentSecurityPolicy = Fn.Sub(ContentSecurityPolicy),
                },
                ContentTypeOptions = new CfnResponseHeadersPolicy.ContentTypeOptionsProperty { Override = true },
                ReferrerPolicy = new CfnResponseHeadersPolicy.ReferrerPolicyProperty
                {
                    Override = true,
                    ReferrerPolicy = "strict-origin-when-cross-origin",
                },
                StrictTransportSecurity = new CfnResponseHeadersPolicy.StrictTransportSecurityProperty
                {
                    Override = true,
                    AccessControlMaxAgeSec = TwoYears,
                    IncludeSubdomains = false,
                },
            },
        },
    });
}
