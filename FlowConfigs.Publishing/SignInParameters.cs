using static FlowConfigs.Publishing.Administrator;

namespace FlowConfigs.Publishing;

/// <summary>What the administrator of the provider knows that Amazon Connect signs in with.</summary>
internal static class SignInParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        new("ProviderType", ["20"], "Protocol of the provider that Amazon Connect signs in with")
        {
            FilledInBy = SingleSignOn, Default = "SAML", Example = "OIDC", Allowed = ["SAML", "OIDC"],
        },
        new("ProviderName", ["20", "40"], "Name of that provider in the user pool")
        {
            FilledInBy = SingleSignOn, Default = "ConnectSSO", Example = "ConnectSSO", Pattern = "[A-Za-z0-9._-]{1,32}",
        },
        new("SamlMetadataUrl", ["20"], "Address of the provider's SAML metadata; empty for OIDC")
        {
            FilledInBy = SingleSignOn, Default = "", Example = "https://login.example.com/flow-configs/metadata.xml",
            Pattern = "(|https://.+)",
        },
        new("OidcIssuer", ["20"], "The provider's issuer; empty for SAML")
        {
            FilledInBy = SingleSignOn, Default = "", Example = "https://login.example.com", Pattern = "(|https://.+)",
        },
        new("OidcClientId", ["20"], "Client id that the provider gave to the user pool; empty for SAML")
        {
            FilledInBy = SingleSignOn, Default = "", Example = "0oa1b2c3d4",
        },
        new("OidcSecretName", ["20"], "Secret in Secrets Manager, in each Region, whose key clientSecret holds the secret; empty for SAML")
        {
            FilledInBy = SingleSignOn, Default = "", Example = "flow-configs/oidc", Pattern = "(|[A-Za-z0-9/_+=.@-]{1,512})",
        },
        new("EmailClaim", ["20"], "SAML attribute or OIDC claim that holds the e-mail address, by which changes are recorded")
        {
            FilledInBy = SingleSignOn, Default = "email",
            Example = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        },
        new("GroupsClaim", ["20"], "SAML attribute or OIDC claim that holds the groups, such as flow-configs-admin")
        {
            FilledInBy = SingleSignOn, Default = "groups", Example = "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
        },
        new("DomainPrefix", ["20"], "First part of the sign-in pages' address; no other AWS account may have it")
        {
            FilledInBy = SingleSignOn, Example = "example-flow-configs", Pattern = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
        },
    ];
}
