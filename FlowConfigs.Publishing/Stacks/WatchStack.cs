using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using Constructs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>Says when something is wrong, and shows how things are: alarms, a dashboard, a topic, Slack, a budget.</summary>
internal sealed class WatchStack : TemplateStack
{
    public WatchStack(Construct scope)
        : base(scope, "70")
    {
        var topic = AddTopic();
        var two = Given("SecondaryRegion");
        var isPrimary = new CfnCondition(this, "IsPrimary", new CfnConditionProps
        {
            Expression = Fn.ConditionEquals(Fn.Ref("AWS::Region"), Value("PrimaryRegion")),
        });
        var alarms = new Alarms(this, topic);
        foreach (var name in new[] { "api", "get-config", "is-listed", "vanity-numbers" })
            alarms.AddFunction(name);
        alarms.AddPreToken();
        alarms.AddApi();
        alarms.AddTable(two, isPrimary);
        alarms.AddAnswers();
        var outside = new OutsideAlarms(alarms);
        outside.AddConnect();
        outside.AddWeb(new CfnCondition(this, "IsCloudFrontsRegion", new CfnConditionProps
        {
            Expression = Fn.ConditionEquals(Fn.Ref("AWS::Region"), "us-east-1"),
        }));
        Microsoft365Alarms.Add(alarms, Given(Microsoft365Parameters.Switch));
        Dashboard.In(this);

        // One of each is enough, and tells of both Regions.
        Notifications.AddSlack(this, isPrimary, two);
        Notifications.AddBudget(this, isPrimary, topic);
        Publish("alarm-topic-arn", topic.Ref);
        Publish("dashboard-url", Sub(
            "https://${AWS::Region}.console.aws.amazon.com/cloudwatch/home?region=${AWS::Region}#dashboards/dashboard/" + Dashboard.Name));
    }

    private CfnTopic AddTopic()
    {
        var topic = new CfnTopic(this, "Alarms", new CfnTopicProps { TopicName = Sub(Notifications.TopicName) });
        var fromHere = Policy.Condition("StringEquals", "aws:SourceAccount", Ref("AWS::AccountId"));
        _ = new CfnTopicPolicy(this, "AlarmsPolicy", new CfnTopicPolicyProps
        {
            Topics = [topic.Ref],
            PolicyDocument = Policy.Of(
                Policy.AllowTo("Alarms", Policy.Service("cloudwatch.amazonaws.com"), ["sns:Publish"], [topic.Ref], fromHere),
                Policy.AllowTo("Budget", Policy.Service("budgets.amazonaws.com"), ["sns:Publish"], [topic.Ref], fromHere),
                // "sns:*" is refused in a topic's policy: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
                TlsOnly(topic)),
        });
        var mail = new CfnSubscription(this, "Mail", new CfnSubscriptionProps
        {
            TopicArn = topic.Ref,
            Protocol = "email",
            Endpoint = Value("AlarmEmail"),
        });
        mail.CfnOptions.Condition = Given("AlarmEmail");
        return topic;
    }

    private static Dictionary<string, object> TlsOnly(CfnTopic topic)
    {
        var statement = Policy.TlsOnly("sns", topic.Ref);
        statement["Action"] = "sns:Publish";
        return statement;
    }
}
