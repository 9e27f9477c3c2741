using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Stacks;

namespace FlowConfigs.Publishing;

/// <summary>stacks.json: what was published, for programs to read.</summary>
internal static class Manifest
{
    public static void Write(string outputFolder, Zips zips)
    {
        var manifest = new JsonObject
        {
            ["version"] = typeof(Manifest).Assembly.GetName().Version!.ToString(3),
            ["stacks"] = new JsonArray([.. StackList.All.Select(Stack)]),
            ["functions"] = new JsonArray([.. Functions(zips)]),
            ["uploads"] = new JsonArray([.. zips.All.Select(zip => new JsonObject { ["file"] = zip.Key, ["key"] = zip.Key })]),
        };
        File.WriteAllText(Path.Combine(outputFolder, "stacks.json"), ReadableJson.Text(manifest));
    }

    private static JsonObject Stack(StackEntry stack) => new()
    {
        ["number"] = stack.Number,
        ["name"] = stack.Name,
        ["description"] = stack.Description,
        ["template"] = stack.Template,
        ["regions"] = new JsonArray([.. stack.Regions.Select(region => JsonValue.Create(region))]),
        ["keep"] = stack.Keep,
        ["parameters"] = new JsonArray([.. Parameters.Of(stack.Number).Select(Parameter)]),
        ["outputs"] = new JsonArray([.. Outputs.Of(stack).Select(output => JsonValue.Create(output.Key))]),
    };

    private static JsonObject Parameter(Parameter parameter)
    {
        var entry = new JsonObject { ["name"] = parameter.Name };
        if (parameter.SharedKey is { } key)
            entry["output"] = key;
        else if (parameter.FilledInBy is not null)
            (entry["variable"], entry["perRegion"]) = (parameter.Variable, parameter.PerRegion);
        return entry;
    }

    private static JsonObject[] Functions(Zips zips) =>
    [
        Function("api", zips.Api), Function("get-config", zips.ConnectHandler), Function("is-listed", zips.ConnectHandler),
        Function("vanity-numbers", zips.ConnectHandler), .. Microsoft365Functions.Names.Select(name => Function(name, zips.ConnectHandler)),
        Function("pre-token", zips.PreToken),
    ];

    private static JsonObject Function(string name, Zip zip) => new() { ["name"] = name, ["zip"] = zip.Key };
}
