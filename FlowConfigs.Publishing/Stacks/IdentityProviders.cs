using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The provider that Amazon Connect signs in with, in the user pool: by SAML or by OIDC, of which one is made.</summary>
internal sealed class IdentityProviders
{
    public const string Saml = "SamlProvider";
    public const string Oidc = "OidcProvider";

    public IdentityProviders(Stack stack, CfnUserPool pool, CfnCondition isSaml, CfnCondition isOidc)
    {
        IsSaml = isSaml;
        Add(stack, pool, Saml, isSaml, new() { ["MetadataURL"] = Fn.Ref("SamlMetadataUrl") });
        Add(stack, pool, Oidc, isOidc, new()
        {
            ["oidc_issuer"] = Fn.Ref("OidcIssuer"),
            ["client_id"] = Fn.Ref("OidcClientId"),
            // CloudFormation reads it when it deploys; it never stands in a template or a parameter.
            ["client_secret"] = Fn.Sub("{{resolve:secretsmanager:${OidcSecretName}:SecretString:clientSecret}}"),
            ["authorize_scopes"] = "openid email profile",
            ["attributes_request_method"] = "GET",
        });
    }

    public CfnCondition IsSaml { get; }

    private static void Add(
        Stack stack, CfnUserPool pool, string id, CfnCondition condition, Dictionary<string, object> details)
    {
        var provider = new CfnUserPoolIdentityProvider(stack, id, new CfnUserPoolIdentityProviderProps
        {
            UserPoolId = pool.Ref,
            ProviderName = Fn.Ref("ProviderName"),
            ProviderType = id == Saml ? "SAML" : "OIDC",
            ProviderDetails = details,
            AttributeMapping = new Dictionary<string, object>
            {
                ["email"] = Fn.Ref("EmailClaim"),
                // The pre-token function makes roles and paths of it.
                ["custom:groups"] = Fn.Ref("GroupsClaim"),
            },
        });
        provider.CfnOptions.Condition = condition;
    }
}
