using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>What the administrator of DNS, certificates and VPC endpoints knows.</summary>
internal static class NetworkParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new("HostName", ["20", "40", "55", "60"], "Host name of the web app")
        {
            FilledInBy = Network, Example = "flow-configs.example.com", Pattern = @"[a-z0-9-]+(\.[a-z0-9-]+)+",
        },
        new("CertificateArn", ["55"], "ACM certificate for the host name. It must be in us-east-1, whatever the primary Region")
        {
            FilledInBy = Network, Pattern = $"{Parameters.Arn}acm:us-east-1:[0-9]{{12}}:certificate/.+",
            Example = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555",
        },
        new("ApiEndpointType", ["40"], "PRIVATE lets in the VPC endpoints only; REGIONAL lets in the addresses of AllowedAddresses")
        {
            FilledInBy = Network, Default = "PRIVATE", Example = "PRIVATE", Allowed = ["PRIVATE", "REGIONAL"],
        },
        new("VpcEndpointIds", ["40"], "VPC endpoints for execute-api through which the API is reached; empty for a REGIONAL API")
        {
            Kind = ParameterKind.List, FilledInBy = Network, PerRegion = true, Default = "", Example = "vpce-0123456789abcdef0",
        },
        new("AllowedAddresses", ["40"], "Addresses that reach a REGIONAL API, in CIDR notation; a PRIVATE one does not look at them")
        {
            Kind = ParameterKind.List, FilledInBy = Network, Default = "0.0.0.0/0,::/0", Example = "198.51.100.0/24",
        },
        new("GatewayLogRole", ["40"], "Whether to give API Gateway the account's role for logs; false where the account has one already")
        {
            FilledInBy = Operations, PerRegion = true, Default = "true", Example = "false", Allowed = ["true", "false"],
        },
        new("WebAclArn", ["40"], "Regional web ACL of AWS WAF for the API; empty for none")
        {
            FilledInBy = Network, PerRegion = true, Default = "", Pattern = $"(|{Parameters.Arn}wafv2:.+:regional/webacl/.+)",
            Example = "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/flow-configs/11111111-2222-3333-4444-555555555555",
        },
        new("DistributionWebAclArn", ["55"], "Global web ACL of AWS WAF for the web app; empty for none")
        {
            FilledInBy = Network, Default = "", Pattern = $"(|{Parameters.Arn}wafv2:us-east-1:.+:global/webacl/.+)",
            Example = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/flow-configs/11111111-2222-3333-4444-555555555555",
        },
    ];
}
