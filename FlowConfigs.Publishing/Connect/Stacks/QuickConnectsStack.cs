using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Quick connects.</summary>
internal sealed class QuickConnectsStack : ComponentStack
{
    public QuickConnectsStack(Construct scope, ContactCenter center)
        : base(scope, center, "quick-connects", "quick connects")
    {
        foreach (var model in center.QuickConnects)
        {
            var quick = new CfnQuickConnect(this, Make(Kind.QuickConnect, model.Name), new CfnQuickConnectProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                Description = model.Description,
                QuickConnectConfig = Config(model),
                Tags = Tagged(model.Tags),
            });
            Publish(Kind.QuickConnect, model.Name, quick.AttrQuickConnectArn);
        }
    }

    private CfnQuickConnect.QuickConnectConfigProperty Config(QuickConnect model) => new()
    {
        QuickConnectType = model.Type.Word(),
        PhoneConfig = model.Number is null ? null : new CfnQuickConnect.PhoneNumberQuickConnectConfigProperty
        {
            PhoneNumber = model.Number,
        },
        QueueConfig = model.Queue is null ? null : new CfnQuickConnect.QueueQuickConnectConfigProperty
        {
            QueueArn = Arn(Kind.Queue, model.Queue),
            ContactFlowArn = Arn(Kind.Flow, model.Flow!),
        },
        UserConfig = model.User is null ? null : new CfnQuickConnect.UserQuickConnectConfigProperty
        {
            UserArn = Arn(Kind.User, model.User),
            ContactFlowArn = Arn(Kind.Flow, model.Flow!),
        },
    };
}
