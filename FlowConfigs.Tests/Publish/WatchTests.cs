using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publish;

/// <summary>What somebody is told of, and where.</summary>
public sealed class WatchTests
{
    [Fact]
    public void There_is_an_alarm_for_everything_that_callers_or_editors_would_notice()
    {
        var alarms = Template.Watch.Properties("AWS::CloudWatch::Alarm");
        Assert.Equal(
            [
                "api-5xx", "api-errors", "api-p99", "api-throttles", "dead-letters", "get-config-errors", "get-config-p99",
                "get-config-throttles", "is-listed-errors", "is-listed-p99", "is-listed-throttles", "stale-served", "table-read-throttles",
                "table-replication", "table-write-throttles", "unknown-config", "unknown-list", "vanity-numbers-errors",
                "vanity-numbers-p99", "vanity-numbers-throttles",
            ],
            alarms.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(alarms, alarm =>
        {
            Assert.Equal("""[{"Ref":"Alarms"}]""", alarm["AlarmActions"]!.ToJsonString());
            Assert.False(string.IsNullOrEmpty((string?)alarm["AlarmDescription"]));
        });
    }

    private static string Name(JsonObject alarm) => ((string)alarm["AlarmName"]!["Fn::Sub"]!)["flow-configs-${Stage}-".Length..];

    [Fact]
    public void An_alarm_looks_at_a_metric_that_something_counts()
    {
        var counted = Template.Api.Properties("AWS::Logs::MetricFilter")
            .Select(filter => filter["MetricTransformations"]![0]!)
            .Select(metric => $"{(string)metric["MetricNamespace"]!["Fn::Sub"]!} {(string)metric["MetricName"]!}");
        var watched = Template.Watch.Properties("AWS::CloudWatch::Alarm")
            .Where(alarm => alarm["Namespace"] is JsonObject)
            .Select(alarm => $"{(string)alarm["Namespace"]!["Fn::Sub"]!} {(string)alarm["MetricName"]!}");
        Assert.Equal(
            ["FlowConfigs/${Stage} StaleServed", "FlowConfigs/${Stage} UnknownConfig", "FlowConfigs/${Stage} UnknownList"],
            counted.Order());
        Assert.Equal(counted.Order(), watched.Order());
    }

    [Fact]
    public void The_dashboard_is_one_that_CloudWatch_can_draw()
    {
        var body = (string)Template.Watch.Only("AWS::CloudWatch::Dashboard")["DashboardBody"]!["Fn::Sub"]!;
        using var dashboard = JsonDocument.Parse(body);
        var graphs = dashboard.RootElement.GetProperty("widgets").EnumerateArray().ToList();
        Assert.Equal(8, graphs.Count);
        Assert.All(graphs, graph => Assert.True(graph.GetProperty("properties").GetProperty("metrics").GetArrayLength() > 0));
    }

    [Fact]
    public void Slack_and_the_budget_are_there_once_and_the_topic_takes_alarms_of_this_account_only()
    {
        var resources = Template.Watch.Json["Resources"]!;
        Assert.Equal(("WithSlack", "WithBudget"), ((string)resources["Slack"]!["Condition"]!, (string)resources["Budget"]!["Condition"]!));
        foreach (var name in new[] { "WithSlack", "WithBudget" })
            Assert.Contains("""{"Condition":"IsPrimary"}""", Template.Watch.Json["Conditions"]![name]!.ToJsonString());
        var senders = Template.Watch.Only("AWS::SNS::TopicPolicy")["PolicyDocument"]!["Statement"]!.AsArray()
            .Where(statement => (string)statement!["Effect"]! == "Allow");
        Assert.All(senders, statement => Assert.Equal(
            """{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}""", statement!["Condition"]!.ToJsonString()));
    }
}
