using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The operator's pages against what they describe.</summary>
public sealed class OpsDocsTests
{
    private static string Operations => File.ReadAllText(Repository.Path("docs/operations.md"));

    private static string Runbooks => File.ReadAllText(Repository.Path("docs/runbooks.md"));

    [Fact]
    public void Every_alarm_has_a_line_in_the_runbooks_and_every_line_an_alarm()
    {
        var template = JsonNode.Parse(File.ReadAllText(Repository.Path("aws-templates/templates/70-watch.json")))!;
        var alarms = template["Resources"]!.AsObject()
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::CloudWatch::Alarm")
            .Select(resource => ((string)resource.Value!["Properties"]!["AlarmName"]!["Fn::Sub"]!)["flow-configs-${Stage}-".Length..]);
        var section = Runbooks.Split("\n## ").Single(part => part.StartsWith("Alarms", StringComparison.Ordinal));
        var lines = Regex.Matches(section, @"^\| `([a-z0-9-]+)` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        Assert.Equal(alarms.Order(), lines.Order());
    }

    [Fact]
    public void Every_stack_is_in_the_order_of_the_installation()
    {
        var rows = Regex.Matches(Operations, @"^\| (\d\d-[a-z-]+) \| (P|P, S) \|", RegexOptions.Multiline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        Assert.Equal(StackList.All.Select(stack => ($"{stack.Number}-{stack.Name}", stack.Regions.Length == 2 ? "P, S" : "P")), rows);
    }

    [Theory]
    [InlineData("operations.md")]
    [InlineData("operations-reference.md")]
    [InlineData("operations-connect.md")]
    [InlineData("runbooks.md")]
    [InlineData("implementation-guide.md")]
    public void Every_command_option_and_variable_exists(string page)
    {
        var text = File.ReadAllText(Repository.Path($"docs/{page}"));
        var help = File.ReadAllText(Repository.Path("aws-templates/ops"));
        foreach (Match match in Regex.Matches(text, @"(?<=`|\./)ops ([a-z]+)"))
            Assert.Matches($"(?m)^  {match.Groups[1].Value} ", help);
        foreach (Match match in Regex.Matches(text, @"(?<=(`|\./)ops [a-z]+[^`\n]*)--[a-z-]+"))
            Assert.Contains($"  {match.Value} ", help);
        var env = File.ReadAllText(Repository.Path("aws-templates/flow-configs.env"));
        foreach (Match match in Regex.Matches(text, "`([A-Z]+(_[A-Z]+)+)`"))
            Assert.Contains($"\n{match.Groups[1].Value}=", env);
    }
}
