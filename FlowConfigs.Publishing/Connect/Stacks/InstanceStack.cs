using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>The instance, and the log group of its flows.</summary>
internal sealed class InstanceStack : ComponentStack
{
    public InstanceStack(Construct scope, ContactCenter center)
        : base(scope, center, "instance", "the instance itself")
    {
        var model = center.Instance;
        // Connect makes a log group of this name, without an end, unless there is one.
        var logs = new CfnLogGroup(this, "FlowLogs", new CfnLogGroupProps
        {
            LogGroupName = $"/aws/connect/{center.Alias}",
            RetentionInDays = model.LogRetentionDays,
            Tags = Tagged(model.Tags),
        });
        var instance = new CfnInstance(this, Make(Kind.Instance, center.Alias), new CfnInstanceProps
        {
            InstanceAlias = center.Alias,
            IdentityManagementType = model.Identity.Word(),
            DirectoryId = model.DirectoryId,
            Attributes = new CfnInstance.AttributesProperty
            {
                InboundCalls = model.InboundCalls,
                OutboundCalls = model.OutboundCalls,
                ContactflowLogs = model.FlowLogs,
                ContactLens = model.ContactLens,
                AutoResolveBestVoices = model.AutoResolveBestVoices,
                EarlyMedia = model.EarlyMedia,
            },
            Tags = Tagged(model.Tags),
        });
        // Newer than this CDK.
        instance.AddPropertyOverride("Attributes.MultiPartyConference", model.MultiPartyConference);
        instance.AddPropertyOverride("Attributes.MultiPartyChatConference", model.MultiPartyChatConference);
        instance.AddPropertyOverride("Attributes.HighVolumeOutBound", model.HighVolumeOutbound);
        instance.AddPropertyOverride("Attributes.EnhancedContactMonitoring", model.EnhancedContactMonitoring);
        instance.AddPropertyOverride("Attributes.EnhancedChatMonitoring", model.EnhancedChatMonitoring);
        instance.AddDependency(logs);
        // An administrator cannot restore a deleted instance with its recordings and its numbers.
        instance.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        Publish(Kind.Instance, center.Alias, instance.AttrArn);
        if (model.RolePolicyArns.Count > 0)
            AddRole(model);
    }

    private void AddRole(Instance model) => _ = new CfnRole(this, "Role", new CfnRoleProps
    {
        Description = $"For the Amazon Connect instance {Center.Alias}",
        AssumeRolePolicyDocument = new Dictionary<string, object>
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new object[]
            {
                new Dictionary<string, object>
                {
                    ["Effect"] = "Allow",
                    ["Principal"] = new Dictionary<string, object> { ["Service"] = "connect.amazonaws.com" },
                    ["Action"] = "sts:AssumeRole",
                },
            },
        },
        ManagedPolicyArns = [.. model.RolePolicyArns],
        Tags = Tagged(model.Tags),
    });
}
