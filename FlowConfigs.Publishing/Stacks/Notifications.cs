using Amazon.CDK;
using Amazon.CDK.AWS.Budgets;
using Amazon.CDK.AWS.Chatbot;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.SNS;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>Where alarms go, besides mail, and what costs are reported.</summary>
internal static class Notifications
{
    public const string TopicName = "flow-configs-${Stage}-alarms";

    private static readonly int[] Percentages = [80, 100];

    /// <summary>Both Regions' topics, to one Slack channel by AWS Chatbot, which knows no Regions.</summary>
    public static void AddSlack(Stack stack, CfnCondition isPrimary, CfnCondition twoRegions)
    {
        var wanted = new CfnCondition(stack, "WithSlack", new CfnConditionProps
        {
            Expression = Fn.ConditionAnd(
                isPrimary,
                Fn.ConditionNot(Fn.ConditionEquals(Fn.Ref("SlackWorkspaceId"), "")),
                Fn.ConditionNot(Fn.ConditionEquals(Fn.Ref("SlackChannelId"), ""))),
        });
        var role = new CfnRole(stack, "SlackRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy.AssumedBy("chatbot.amazonaws.com"),
            Policies = new[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "read-alarms",
                    // To draw the alarm's graph. AWS has no resources for these:
                    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
                    PolicyDocument = Policy.Of(Policy.Allow(
                        "Graphs", ["cloudwatch:GetMetricData", "cloudwatch:GetMetricWidgetImage"], "*")),
                },
            },
        });
        role.CfnOptions.Condition = wanted;
        var channel = new CfnSlackChannelConfiguration(stack, "Slack", new CfnSlackChannelConfigurationProps
        {
            ConfigurationName = Fn.Sub("flow-configs-${Stage}"),
            SlackWorkspaceId = Fn.Ref("SlackWorkspaceId"),
            SlackChannelId = Fn.Ref("SlackChannelId"),
            IamRoleArn = role.AttrArn,
            LoggingLevel = "ERROR",
        });
        channel.AddPropertyOverride("SnsTopicArns", new object[]
        {
            Topic("${AWS::Region}"),
            If(twoRegions, Topic("${SecondaryRegion}")),
        });
        channel.CfnOptions.Condition = wanted;
    }

    /// <summary>By the tag that the ops script gives to every stack.</summary>
    public static void AddBudget(Stack stack, CfnCondition isPrimary, CfnTopic topic)
    {
        var budget = new CfnBudget(stack, "Budget", new CfnBudgetProps
        {
            Budget = new CfnBudget.BudgetDataProperty
            {
                BudgetName = Fn.Sub("flow-configs-${Stage}"),
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
            },
            NotificationsWithSubscribers = Percentages.Select(percentage => new CfnBudget.NotificationWithSubscribersProperty
            {
                Notification = new CfnBudget.NotificationProperty
                {
                    NotificationType = "ACTUAL",
                    ComparisonOperator = "GREATER_THAN",
                    Threshold = percentage,
                    ThresholdType = "PERCENTAGE",
                },
                Subscribers = new[] { new CfnBudget.SubscriberProperty { SubscriptionType = "SNS", Address = topic.Ref } },
            }).ToArray(),
        });
        budget.AddPropertyOverride("Budget.BudgetLimit", new Dictionary<string, object>
        {
            ["Amount"] = Ref("MonthlyBudget"),
            ["Unit"] = "USD",
        });
        budget.AddPropertyOverride("Budget.CostFilters", new Dictionary<string, object>
        {
            // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html writes tags as user:key$value.
            ["TagKeyValue"] = new object[] { Joined($"user:{StackList.StageTag}$", Ref("Stage")) },
        });
        budget.CfnOptions.Condition = new CfnCondition(stack, "WithBudget", new CfnConditionProps
        {
            Expression = Fn.ConditionAnd(isPrimary, Fn.ConditionNot(Fn.ConditionEquals(Fn.Ref("MonthlyBudget"), "0"))),
        });
    }

    private static Dictionary<string, object> Topic(string region) =>
        RawSub($"arn:${{AWS::Partition}}:sns:{region}:${{AWS::AccountId}}:{TopicName}");

    private static Dictionary<string, object> Joined(params object[] parts) => new() { ["Fn::Join"] = new object[] { "", parts } };
}
