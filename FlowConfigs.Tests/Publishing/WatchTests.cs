using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What somebody is told of, and where.</summary>
public sealed partial class WatchTests
{
    [Fact]
    public void There_is_an_alarm_for_everything_that_callers_or_editors_would_notice()
    {
        var alarms = Template.Watch.Properties("AWS::CloudWatch::Alarm");
        Assert.Equal(
            [
                "api-5xx", "api-errors", "api-p99", "api-throttles", "calendar-age", "calendar-errors", "conflicts", "connect-flow-errors",
                "connect-flow-fatal", "connect-number", "connect-quota", "connect-throttled", "dead-letters", "deliver-mail-errors",
                "deliver-mail-throttles", "get-config-errors", "get-config-p99", "get-config-throttles", "is-listed-errors",
                "is-listed-p99", "is-listed-throttles", "m365-secret-expires", "mail-stuck", "office-calendar-errors",
                "office-calendar-p99", "office-calendar-throttles", "pre-token-errors", "pre-token-throttles", "refresh-calendar-errors",
                "refresh-calendar-throttles", "send-mail-errors", "send-mail-p99", "send-mail-throttles", "stale-served",
                "table-read-throttles", "table-replication", "table-write-throttles", "unknown-config", "unknown-list",
                "vanity-numbers-errors", "vanity-numbers-p99", "vanity-numbers-throttles", "web-failures",
            ],
            alarms.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(alarms, alarm =>
        {
            Assert.Equal("""[{"Ref":"Alarms"}]""", alarm["AlarmActions"]!.ToJsonString());
            Assert.False(string.IsNullOrEmpty((string?)alarm["AlarmDescription"]));
        });
    }

    // Of few invocations the slowest alone would be one in a hundred.
    [Fact]
    public void An_alarm_of_a_share_looks_only_where_there_is_traffic()
    {
        var alarms = Template.Watch.Properties("AWS::CloudWatch::Alarm").Where(alarm => alarm["Metrics"] is JsonArray { Count: 3 }).ToList();
        Assert.Equal(
            [
                "api-p99", "get-config-p99", "is-listed-p99", "office-calendar-p99", "send-mail-p99", "vanity-numbers-p99", "web-failures",
            ],
            alarms.Select(Name).Order());
        Assert.All(alarms, alarm =>
        {
            var queries = alarm["Metrics"]!.AsArray();
            Assert.Matches(@"^IF\(traffic >= \d+, watched, 0\)$", (string)queries[2]!["Expression"]!);
            Assert.Equal([false, false, true], queries.Select(query => (bool)query!["ReturnData"]!));
            Assert.Equal(queries[0]!["MetricStat"]!["Metric"]!["Dimensions"]!.ToJsonString(), queries[1]!["MetricStat"]!["Metric"]!["Dimensions"]!.ToJsonString());
        });
        Assert.All(Template.Watch.Properties("AWS::CloudWatch::Alarm"), alarm => Assert.False(alarm.ContainsKey("ExtendedStatistic")));
    }

    [Fact]
    public void Connects_alarms_look_at_the_instance_of_the_Region()
    {
        var alarms = Template.Watch.Properties("AWS::CloudWatch::Alarm").Where(alarm => Name(alarm).StartsWith("connect-")).ToList();
        Assert.Equal(5, alarms.Count);
        Assert.All(alarms, alarm => Assert.Contains("""{"Fn::Select":[1,{"Fn::Split":["/",{"Ref":"ConnectInstanceArn"}]}]}""", alarm.ToJsonString()));
    }

    private static string Name(JsonObject alarm) => ((string)alarm["AlarmName"]!["Fn::Sub"]!)["flow-configs-${Stage}-".Length..];

    [Fact]
    public void Alarms_and_dashboard_look_at_metrics_that_the_functions_write()
    {
        var written = InstrumentNames();
        var watched = Template.Watch.Properties("AWS::CloudWatch::Alarm")
            .Where(alarm => alarm["Namespace"] is JsonObject)
            .Select(alarm => (Namespace: (string)alarm["Namespace"]!["Fn::Sub"]!, Name: (string)alarm["MetricName"]!))
            .ToList();
        Assert.Equal(
            [
                "flowconfigs.calendar.age", "flowconfigs.calendar.errors", "flowconfigs.conflicts", "flowconfigs.m365.secret_days",
                "flowconfigs.mail.stuck", "flowconfigs.stale_served", "flowconfigs.unknown_ids",
            ],
            watched.Select(metric => metric.Name).Distinct().Order(StringComparer.Ordinal));
        var drawn = Graphs().SelectMany(graph => graph.GetProperty("properties").GetProperty("metrics").EnumerateArray())
            .Select(metric => (Namespace: metric[0].GetString()!, Name: metric[1].GetString()!))
            .Where(metric => metric.Namespace.StartsWith("FlowConfigs", StringComparison.Ordinal))
            .ToList();
        Assert.All(watched.Concat(drawn), metric => Assert.Contains(metric.Name, written));
        Assert.Equal(written, drawn.Select(metric => metric.Name).Distinct().Order(StringComparer.Ordinal));

        var told = Template.Api.Properties("AWS::Lambda::Function")
            .Select(function => (string?)function["Environment"]!["Variables"]!["FLOWCONFIGS_METRICS_NAMESPACE"]?["Fn::Sub"]);
        Assert.All(watched.Select(metric => metric.Namespace).Concat(told!), name => Assert.Equal("FlowConfigs/${Stage}", name));
    }

    [Fact]
    public void A_saved_query_looks_for_an_event_that_a_function_logs()
    {
        var queries = Template.Api.Properties("AWS::Logs::QueryDefinition").Select(query => (string)query["QueryString"]!).ToList();
        Assert.Equal(9, queries.Count);
        var logs = string.Concat(new[] { "Api", "ConnectHandler" }
            .Select(program => File.ReadAllText(Repository.Path($"FlowConfigs.{program}/Log.cs"))));
        var events = queries.SelectMany(query => Event().Matches(query)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(5, events.Count);
        Assert.All(events, name => Assert.Contains($"void {name}(", logs));
    }

    [GeneratedRegex("event = \"(\\w+)\"")]
    private static partial Regex Event();

    private static List<string> InstrumentNames()
    {
        var names = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter == FlowConfigsTelemetry.Meter)
                names.Add(instrument.Name);
        };
        // Make the instruments.
        ProductMetrics.Conflicted();
        RuntimeHelpers.RunClassConstructor(typeof(OfficeMetrics).TypeHandle);
        listener.Start();
        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static List<JsonElement> Graphs()
    {
        var body = (string)Template.Watch.Only("AWS::CloudWatch::Dashboard")["DashboardBody"]!["Fn::Sub"]!;
        using var dashboard = JsonDocument.Parse(body);
        return [.. dashboard.RootElement.Clone().GetProperty("widgets").EnumerateArray()];
    }

    [Fact]
    public void The_dashboard_is_one_that_CloudWatch_can_draw()
    {
        var graphs = Graphs();
        Assert.Equal(17, graphs.Count);
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
