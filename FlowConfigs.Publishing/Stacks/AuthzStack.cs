using Amazon.CDK;
using Amazon.CDK.AwsVerifiedpermissions;
using Constructs;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>The policy store, with aws-templates/policies. Verified Permissions is regional: each Region has the same.</summary>
internal sealed class AuthzStack : TemplateStack
{
    /// <param name="scope">The app.</param>
    /// <param name="policies">The folder of the schema and the policies.</param>
    public AuthzStack(Construct scope, string policies)
        : base(scope, "30")
    {
        var store = new CfnPolicyStore(this, "Store", new CfnPolicyStoreProps
        {
            Description = Sub("Flow Configs, ${Stage}"),
            ValidationSettings = new CfnPolicyStore.ValidationSettingsProperty { Mode = "STRICT" },
            Schema = new CfnPolicyStore.SchemaDefinitionProperty { CedarJson = File.ReadAllText(Path.Combine(policies, "schema.json")) },
        });
        store.AddPropertyOverride("DeletionProtection.Mode", Protected("ENABLED", "DISABLED"));
        store.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        var source = AddIdentitySource(store);
        foreach (var file in Directory.EnumerateFiles(policies, "*.cedar").Order(StringComparer.Ordinal))
            AddPolicy(store, source, file);
        Publish("policy-store-id", store.AttrPolicyStoreId);
        Publish("policy-store-arn", store.AttrArn);
    }

    private CfnIdentitySource AddIdentitySource(CfnPolicyStore store) => new(this, "Users", new CfnIdentitySourceProps
    {
        PolicyStoreId = store.AttrPolicyStoreId,
        PrincipalEntityType = "FlowConfigs::User",
        Configuration = new CfnIdentitySource.IdentitySourceConfigurationProperty
        {
            CognitoUserPoolConfiguration = new CfnIdentitySource.CognitoUserPoolConfigurationProperty
            {
                UserPoolArn = Value("UserPoolArn"),
                ClientIds = [Value("WebClientId")],
                GroupConfiguration = new CfnIdentitySource.CognitoGroupConfigurationProperty { GroupEntityType = "FlowConfigs::Group" },
            },
        },
    });

    private void AddPolicy(CfnPolicyStore store, CfnIdentitySource source, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var policy = new CfnPolicy(this, $"Policy{char.ToUpperInvariant(name[0])}{name[1..]}", new CfnPolicyProps
        {
            PolicyStoreId = store.AttrPolicyStoreId,
            Definition = new CfnPolicy.PolicyDefinitionProperty
            {
                Static = new CfnPolicy.StaticPolicyDefinitionProperty { Statement = File.ReadAllText(file), Description = name },
            },
        });
        policy.AddDependency(source);
    }
}
