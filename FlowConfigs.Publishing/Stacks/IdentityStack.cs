using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// The user pool, federated to the provider that Amazon Connect signs in with. Each Region has its own: people are known by their e-mail
/// address, which is the same in both.
/// </summary>
internal sealed class IdentityStack : TemplateStack
{
    private const string Domain = "https://${DomainPrefix}.auth.${AWS::Region}.amazoncognito.com";

    public IdentityStack(Construct scope, Zip preToken)
        : base(scope, "20")
    {
        RequireProviderDetails();
        var pool = AddPool(new PreTokenFunction(this, preToken));
        var providers = new IdentityProviders(this, pool, When("ProviderType", "SAML", "IsSaml"), When("ProviderType", "OIDC", "IsOidc"));
        var client = AddClient(pool);
        // The Ref also orders the client after the provider; DependsOn would name the one that there is not, too.
        client.AddPropertyOverride(
            "SupportedIdentityProviders",
            new object[] { If(providers.IsSaml, Ref(IdentityProviders.Saml), Ref(IdentityProviders.Oidc)) });
        _ = new CfnUserPoolDomain(this, "Domain", new CfnUserPoolDomainProps { UserPoolId = pool.Ref, Domain = Value("DomainPrefix") });

        Publish("user-pool-id", pool.Ref);
        Publish("user-pool-arn", pool.AttrArn);
        Publish("web-client-id", client.Ref);
        Publish("sign-in-url", Sub(Domain));
        Publish("sign-in-provider", Value("ProviderName"));
        // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-configuring-federation-with-saml-2-0-idp.html
        Publish("saml-entity-id", Sub("urn:amazon:cognito:sp:${Users}"));
        Publish("saml-reply-url", Sub($"{Domain}/saml2/idpresponse"));
        Publish("oidc-redirect-url", Sub($"{Domain}/oauth2/idpresponse"));
    }

    private CfnUserPool AddPool(PreTokenFunction preToken)
    {
        var pool = new CfnUserPool(this, "Users", new CfnUserPoolProps
        {
            UserPoolName = Sub("flow-configs-${Stage}"),
            // Only the provider brings users.
            AdminCreateUserConfig = new CfnUserPool.AdminCreateUserConfigProperty { AllowAdminCreateUserOnly = true },
            UsernameConfiguration = new CfnUserPool.UsernameConfigurationProperty { CaseSensitive = false },
            Schema = new[]
            {
                new CfnUserPool.SchemaAttributeProperty
                {
                    Name = "groups",
                    AttributeDataType = "String",
                    Mutable = true,
                    StringAttributeConstraints = new CfnUserPool.StringAttributeConstraintsProperty { MinLength = "0", MaxLength = "2048" },
                },
            },
        });
        pool.AddPropertyOverride("DeletionProtection", Protected("ACTIVE", "INACTIVE"));
        // Access tokens with claims of our own need this tier and this version of the event.
        pool.AddPropertyOverride("UserPoolTier", "ESSENTIALS");
        pool.AddPropertyOverride("LambdaConfig.PreTokenGenerationConfig.LambdaVersion", "V2_0");
        pool.AddPropertyOverride("LambdaConfig.PreTokenGenerationConfig.LambdaArn", preToken.Arn);
        pool.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        preToken.AllowInvocationBy(pool.AttrArn);
        return pool;
    }

    private CfnUserPoolClient AddClient(CfnUserPool pool)
    {
        string[] pages = [Sub("https://${HostName}/auth/callback.html")];
        return new CfnUserPoolClient(this, "WebClient", new CfnUserPoolClientProps
        {
            UserPoolId = pool.Ref,
            ClientName = "flow-configs-web",
            GenerateSecret = false,
            AllowedOAuthFlowsUserPoolClient = true,
            AllowedOAuthFlows = ["code"],
            AllowedOAuthScopes = ["openid", "email", "profile"],
            // Cognito gives a client what the provider sends of a mapped attribute only where the client can write it. A person could
            // write it as well with a token of the scope aws.cognito.signin.user.admin, so that is never granted.
            // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
            WriteAttributes = ["email", "custom:groups"],
            ExplicitAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH"],
            CallbackUrLs = pages,
            LogoutUrLs = pages,
            PreventUserExistenceErrors = "ENABLED",
            EnableTokenRevocation = true,
            AccessTokenValidity = 60,
            IdTokenValidity = 60,
            RefreshTokenValidity = 12,
            TokenValidityUnits = new CfnUserPoolClient.TokenValidityUnitsProperty
            {
                AccessToken = "minutes",
                IdToken = "minutes",
                RefreshToken = "hours",
            },
        });
    }

    private void RequireProviderDetails()
    {
        Require("SamlIsComplete", "SAML", "SamlMetadataUrl", "SAML_METADATA_URL is empty: the single sign-on administrator has it");
        Require("OidcIsComplete", "OIDC", "OidcIssuer", "OIDC_ISSUER is empty: the single sign-on administrator has it");
        Require("OidcHasClient", "OIDC", "OidcClientId", "OIDC_CLIENT_ID is empty: the single sign-on administrator has it");
        Require("OidcHasSecret", "OIDC", "OidcSecretName", "OIDC_SECRET_NAME is empty: name the secret that holds clientSecret");
    }

    private void Require(string id, string protocol, string parameter, string problem) => _ = new CfnRule(this, id, new CfnRuleProps
    {
        RuleCondition = Fn.ConditionEquals(Value("ProviderType"), protocol),
        Assertions =
        [
            new CfnRuleAssertion { Assert = Fn.ConditionNot(Fn.ConditionEquals(Value(parameter), "")), AssertDescription = problem },
        ],
    });
}
