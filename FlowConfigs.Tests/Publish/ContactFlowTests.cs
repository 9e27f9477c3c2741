using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publish;

/// <summary>
/// The sample flow. https://docs.aws.amazon.com/connect/latest/APIReference/flow-language.html
/// </summary>
public sealed class ContactFlowTests
{
    private static readonly JsonNode Flow = JsonNode.Parse(File.ReadAllText(Repository.Path("aws-templates/contact-flow.json")))!;

    private static readonly Dictionary<string, JsonNode> Actions =
        Flow["Actions"]!.AsArray().ToDictionary(action => (string)action!["Identifier"]!, action => action!);

    [Fact]
    public void Every_action_is_reached_and_leads_to_one_that_is_there()
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>([(string)Flow["StartAction"]!]);
        while (left.TryPop(out var id))
        {
            if (!reached.Add(id))
                continue;
            foreach (var next in Template.Objects(Actions[id]["Transitions"]).Select(step => (string?)step["NextAction"]).OfType<string>())
                left.Push(next);
        }

        Assert.Equal(Actions.Keys.Order(), reached.Order());
        Assert.InRange(Actions.Count, 1, 250);
    }

    [Fact]
    public void It_asks_getConfig_by_the_parameters_that_it_takes_for_a_map_of_texts()
    {
        var call = Actions.Values.Single(action => (string)action["Type"]! == "InvokeLambdaFunction")["Parameters"]!;
        Assert.Equal(["id", "lang"], call["LambdaInvocationAttributes"]!.AsObject().Select(parameter => parameter.Key));
        Assert.Equal("STRING_MAP", (string)call["ResponseValidation"]!["ResponseType"]!);
        // Global Resiliency copies flows as they are, and puts in the Region that a contact is in.
        Assert.Equal(
            "arn:aws:lambda:$.AwsRegion:111122223333:function:flow-configs-dev-get-config:live", (string)call["LambdaFunctionARN"]!);
    }

    [Fact]
    public void It_reads_nothing_but_keys_of_the_example_config()
    {
        string[] keys = ["_found", "Closure", "ClosureOfferCallback", "ClosurePrompt", "Welcome"];
        var read = Actions.Values.SelectMany(action => Template.Objects(action["Parameters"])).SelectMany(values => values)
            .Select(value => value.Value).OfType<JsonValue>().Select(value => value.ToString())
            .Where(text => text.StartsWith("$.External.", StringComparison.Ordinal)).Select(text => text["$.External.".Length..]);
        Assert.Equal(keys.Order(), read.Order());
    }
}
