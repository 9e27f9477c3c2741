using System.Text.Json.Nodes;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The full example in the folder of ops, deployed as its model is. A test changes the model, or looks at what is deployed.</summary>
internal static class OpsDeployed
{
    private const string Alias = "example-full";

    /// <summary>Copies what publish has written, and makes each stack be there with its template.</summary>
    public static OpsFolder WithDeployedExample(this OpsFolder folder)
    {
        var names = new List<string>();
        var published = new HashSet<string>();
        folder.Write($"connect/{Alias}/table.sh", Kept("table.sh")).Write($"connect/{Alias}/names.tsv", Kept("names.tsv"));
        foreach (var file in Directory.EnumerateFiles(Repository.Path($"aws-templates/connect/{Alias}/templates")))
        {
            var (stack, text) = (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
            names.Add(Name(stack));
            folder.Write($"connect/{Alias}/templates/{stack}.json", text).Deploy(stack, text);
            foreach (var parameter in JsonNode.Parse(text)!["Parameters"]?.AsObject() ?? [])
                published.Add((string)parameter.Value!["Default"]!);
        }

        return folder.Write("fake/connect", string.Concat(published.Select(name => $"{name}\tarn:{name}\n")))
            .Answer("* describe-stacks --query *connect-instance*", string.Join('\n', names));
    }

    /// <summary>Makes the stack be there with this template, and its resources with it.</summary>
    public static OpsFolder Deploy(this OpsFolder folder, string stack, string template) => folder
        .Write($"fake/stacks/us-east-1/{Name(stack)}", "CREATE_COMPLETE\n")
        .Write($"fake/stacks/us-east-1/{Name(stack)}.template", template)
        .Answer($"* list-stack-resources --stack-name {Name(stack)} *", string.Join('\n', Resources(template).Select(resource =>
            $"{resource.Key}\t{(string)resource.Value!["Type"]!}\t{PhysicalId(resource.Key, resource.Value)}")));

    /// <summary>Changes a stack's template in the model; the stack stays as it is deployed.</summary>
    public static OpsFolder Change(this OpsFolder folder, string stack, Action<JsonObject> change)
    {
        var path = $"connect/{Alias}/templates/{stack}.json";
        var template = JsonNode.Parse(folder.Read(path))!.AsObject();
        change(template["Resources"]!.AsObject());
        return folder.Write(path, ReadableJson.Text(template));
    }

    /// <summary>A thing with another id, name and SSM parameter than the one that it is a copy of.</summary>
    public static void Copy(this JsonObject resources, string from, string to, string parameter)
    {
        resources[to] = resources[from]!.DeepClone();
        resources[$"{to}Published"] = JsonNode.Parse($$"""
            {
              "Type": "AWS::SSM::Parameter",
              "Properties": { "Name": "/connect/{{Alias}}/{{parameter}}", "Type": "String", "Value": { "Fn::GetAtt": ["{{to}}", "Arn"] } }
            }
            """);
    }

    /// <summary>What is deployed.</summary>
    public static JsonObject Deployed(this OpsFolder folder, string stack) =>
        JsonNode.Parse(folder.Read($"fake/stacks/us-east-1/{Name(stack)}.template"))!.AsObject();

    /// <summary>The commands that change a stack, in their order.</summary>
    public static IEnumerable<string> Steps(this OpsFolder folder) =>
        folder.CallArguments.Where(call => call[1] == "cloudformation" && !OpsCalls.OnlyRead(string.Join(' ', call))).Select(call => call[2]);

    // That of an SSM parameter is its name.
    private static string PhysicalId(string id, JsonNode resource) =>
        (string)resource["Type"]! == "AWS::SSM::Parameter" ? (string)resource["Properties"]!["Name"]! : $"arn:{id}";

    private static string Name(string stack) => $"connect-{Alias}-{stack[3..]}";

    private static JsonObject Resources(string template) => JsonNode.Parse(template)!["Resources"]!.AsObject();

    private static string Kept(string file) => File.ReadAllText(Repository.Path($"aws-templates/connect/{Alias}/{file}"));
}
