using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>Alarms on what callers and people meet before anything of ours does: Amazon Connect and CloudFront.</summary>
internal sealed class OutsideAlarms(Alarms alarms)
{
    private const int FiveMinutes = 300;
    private const int PercentOfErrors = 5;
    private const int EnoughRequests = 50;
    private const int ManyFlowErrors = 5;

    /// <summary>https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html</summary>
    public void AddConnect()
    {
        OfCalls("connect-quota", "CallsBreachingConcurrencyQuota", "Callers are turned away: the instance has as many calls as its quota allows");
        OfCalls("connect-throttled", "ThrottledCalls", "Callers are turned away: more calls arrive in a second than the instance's quota allows");
        OfCalls("connect-number", "MisconfiguredPhoneNumbers", "Calls fail because their number leads to no flow");
        OfFlows("connect-flow-errors", "ContactFlowErrors", ManyFlowErrors, "Blocks of contact flows take their Error branch");
        OfFlows("connect-flow-fatal", "ContactFlowFatalErrors", 1, "Calls end because a contact flow fails");
    }

    /// <summary>CloudFront writes its metrics in us-east-1 alone.</summary>
    public void AddWeb(CfnCondition isThere)
    {
        CfnAlarm.DimensionProperty[] distribution =
            [.. Alarms.Dimension("DistributionId", "${DistributionId}"), .. Alarms.Dimension("Region", "Global")];
        var alarm = alarms.AddAbove("web-failures", "The web app answers 5xx: look at both buckets and at the distribution", EnoughRequests,
            PercentOfErrors, ("AWS/CloudFront", "5xxErrorRate", "Average"), "Requests", distribution);
        alarm.CfnOptions.Condition = isThere;
    }

    private void OfCalls(string name, string metric, string description) => alarms.Add(
        name, description, "AWS/Connect", metric,
        [
            new CfnAlarm.DimensionProperty { Name = "InstanceId", Value = InstanceId },
            .. Alarms.Dimension("MetricGroup", "VoiceCalls"),
        ],
        threshold: 1);

    // Connect counts these by flow, and an alarm names one flow: a query adds up all of them.
    private void OfFlows(string name, string metric, int threshold, string description) => alarms.AddQuery(name, description, threshold,
    [
        new CfnAlarm.MetricDataQueryProperty
        {
            Id = "flows",
            Expression = Fn.Sub(
                $"SELECT SUM({metric}) FROM SCHEMA(\"AWS/Connect\", ContactFlowName, InstanceId, MetricGroup) "
                + "WHERE InstanceId = '${InstanceId}' AND MetricGroup = 'ContactFlow'",
                new Dictionary<string, string> { ["InstanceId"] = InstanceId }),
            Period = FiveMinutes,
            ReturnData = true,
        },
    ]);

    private static string InstanceId => Fn.Select(1, Fn.Split("/", Fn.Ref("ConnectInstanceArn")));
}
