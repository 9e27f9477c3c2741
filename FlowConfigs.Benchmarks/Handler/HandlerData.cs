using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Benchmarks;

/// <summary>The config of the requirements' own example, for us and for Node.</summary>
internal static class HandlerData
{
    public const string Id = "BasicQueue";

    /// <summary>Configs with so many variables.</summary>
    public static readonly int[] KeyCounts = [10, 1000];

    /// <summary>What API Gateway sends for the first request of the web app.</summary>
    public const string PublicSettings = """
        {"resource":"/{proxy+}","path":"/api/public-settings","httpMethod":"GET","headers":{"Host":"api.example.com"},
        "multiValueHeaders":{"Host":["api.example.com"]},"queryStringParameters":null,"multiValueQueryStringParameters":null,
        "requestContext":{"stage":"prod","path":"/api/public-settings","httpMethod":"GET","identity":{"sourceIp":"192.0.2.17"}},
        "body":null,"isBase64Encoded":false}
        """;

    private static readonly string VoiceEvent = Sample("voice-en-US");

    /// <summary>What Connect sends to ask for a config.</summary>
    public static string Event(string id) => VoiceEvent.Replace($"\"{Id}\"", $"\"{id}\"", StringComparison.Ordinal);

    /// <summary>A saved request.</summary>
    public static string Sample(string name) =>
        File.ReadAllText(Path.Combine(Report.Repository, "FlowConfigs.AppHost", "requests", $"{name}.json"));

    public static string IdOf(int keys) => $"Keys{keys}";

    /// <summary>The read that getConfig makes, for the floor.</summary>
    public static string Read(string id) => $$$"""
        {"RequestItems":{"{{{DynamoDb.Table}}}":{"ConsistentRead":true,"Keys":[
        {"pk":{"S":"ALIAS#{{{id}}}"},"sk":{"S":"CURRENT"}},{"pk":{"S":"CONFIG#{{{id}}}"},"sk":{"S":"CURRENT"}}] } } }
        """;

    private static readonly string[] Languages = ["en-US", "es-US"];
    private static readonly string[] Prompts = ["Welcome", "ClosurePrompt"];
    private static readonly string[] Variables = ["Closure", "ClosureOfferCallback"];

    public static async Task WriteAsync(DynamoDb dynamo, CancellationToken cancellationToken)
    {
        var config = new Config
        {
            Id = ConfigId.Parse(Id),
            Version = 0,
            DefaultLanguage = Languages[0],
            Variables = [.. Variables.Select(name => new Variable { Name = name, Kind = VariableKind.Boolean, Value = "false" })],
            Prompts = [.. Prompts.Select(name => new Prompt { Name = name, Key = name, Texts = Languages.ToDictionary(l => l, Text) })],
        };
        await dynamo.Configs.SaveAsync(config, null, new("benchmark", null, Permit.Everything), cancellationToken);
        foreach (var keys in KeyCounts)
        {
            var many = new Config
            {
                Id = ConfigId.Parse(IdOf(keys)),
                Version = 0,
                Variables = [.. Enumerable.Range(0, keys).Select(i => new Variable { Name = $"Key{i}", Kind = VariableKind.Number, Value = "1" })],
            };
            await dynamo.Configs.SaveAsync(many, null, new("benchmark", null, Permit.Everything), cancellationToken);
        }

        await dynamo.Client.PutItemAsync(DynamoDb.Table, BaselineItem(), cancellationToken);
    }

    private static PromptText Text(string language) => new()
    {
        Voice = $"We are currently closed due to an unforeseen circumstance, please try again later ({language})",
        Chat = $"We are currently closed due to an unforeseen circumstance, our response may be delayed ({language})",
    };

    // As the requirements' stack would keep it: attributes of the item, not one text.
    private static Dictionary<string, AttributeValue> BaselineItem() => new()
    {
        ["pk"] = new($"BASELINE#{Id}"),
        ["sk"] = new("CURRENT"),
        ["variables"] = new() { L = [.. Variables.Select(name => Map(("name", new(name)), ("value", new("false"))))] },
        ["prompts"] = new() { L = [.. Prompts.Select(name => Map(("key", new(name)), ("texts", Texts())))] },
    };

    private static AttributeValue Texts() => Map([.. Languages.Select(language =>
        (language, Map(("voice", new(Text(language).Voice)), ("chat", new(Text(language).Chat)))))]);

    private static AttributeValue Map(params (string Name, AttributeValue Value)[] members) =>
        new() { M = members.ToDictionary(member => member.Name, member => member.Value) };
}
