using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>The table of AWS's limits is that of AWS's schemas, where cfn-lint, which has them, is installed.</summary>
public sealed class AwsLimitsTests
{
    // Prints what the schemas say of each property that it is asked for, one a line.
    private const string Script = """
        import json, sys
        from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
        names = {"minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems"}
        for asked in sys.argv[1:]:
            resource, *steps = asked.split("/")
            schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", "AWS::Connect::" + resource).schema
            def real(node):
                while "$ref" in node:
                    node = schema["definitions"][node["$ref"].split("/")[-1]]
                return node
            node = schema
            for step in steps:
                node = real(node["items"] if step == "*" else node["properties"][step])
            print(json.dumps({name: node[name] for name in sorted(names & node.keys())}))
        """;

    [Fact]
    public async Task The_limits_are_those_of_AWSs_schemas()
    {
        var python = Programs.Find("python3");
        Assert.SkipWhen(
            Programs.Find("cfn-lint") is null || python is null,
            "cfn-lint is not installed (pip install cfn-lint); it has AWS's schemas, with which the table is compared");
        string[] tags = ["Queue/Tags", "Queue/Tags/*/Key", "Queue/Tags/*/Value"];
        var (exitCode, output) = await Programs.RunAsync(
            new ProcessCommand(python!, ["-c", Script, .. AwsLimits.All.Select(limit => limit.Property), .. tags], "/"),
            TestContext.Current.CancellationToken);
        Assert.SkipWhen(exitCode != 0 && output.Contains("No module named"), "this Python does not have cfn-lint's schemas");
        Assert.True(exitCode == 0, output);

        var schemas = output.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(AwsLimits.All.Count + tags.Length, schemas.Count);
        Assert.All(AwsLimits.All.Zip(schemas), pair => Assert.Equal((pair.First.Member, Text(pair.Second)), (pair.First.Member, Text(pair.First))));
        Assert.Equal(TagCheck.Most, (int)schemas[^3]["maxItems"]!);
        Assert.Equal((TagCheck.LongestKey, TagCheck.KeyPattern), ((int)schemas[^2]["maxLength"]!, (string?)schemas[^2]["pattern"]));
        Assert.Equal(TagCheck.LongestValue, (int)schemas[^1]["maxLength"]!);
    }

    private static string Text(AwsLimit limit)
    {
        (string Name, JsonNode? Value)[] all =
        [
            ("maxItems", limit.MaxItems), ("maxLength", limit.MaxLength), ("maximum", limit.Maximum), ("minItems", limit.MinItems),
            ("minLength", limit.MinLength), ("minimum", limit.Minimum), ("pattern", limit.Pattern), ("uniqueItems", limit.Unique ? true : null),
        ];
        return Text(new JsonObject(all.Where(entry => entry.Value is not null).Select(entry => KeyValuePair.Create(entry.Name, entry.Value))));
    }

    private static string Text(JsonNode limits) =>
        string.Join(' ', limits.AsObject().OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
}
