using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>A copy of an example, to be changed, and what publish makes of it.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("flow-configs-model-");

    private ModelFolder(string example)
    {
        foreach (var folder in new[] { example, "flows", "full" }.Distinct())
        {
            Directory.CreateDirectory(At(folder));
            foreach (var file in Directory.EnumerateFiles(Repository.Path($"FlowConfigs.AppHost/connect/{folder}")))
                File.Copy(file, Path.Combine(At(folder), Path.GetFileName(file)));
        }

        Model = Path.Combine(At(example), "contact-center.json");
    }

    public static ModelFolder Full => new("full");

    public static ModelFolder Uk => new("uk");

    public static ModelFolder Resources => new("resources");

    public string Model { get; }

    public string Output => At("out");

    /// <summary>Sets a member, or removes it where the JSON is empty.</summary>
    /// <param name="json">The value.</param>
    /// <param name="path">Such as <c>queues[0].hours</c>; <c>main-flow.json:Actions[0].Type</c> is in a flow; [+] adds to a list.</param>
    public ModelFolder Set(string path, string json)
    {
        var file = path.Contains(".json:") ? Path.Combine(Path.GetDirectoryName(Model)!, path.Split(':')[0]) : Model;
        var root = JsonNode.Parse(File.ReadAllText(file), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
        var steps = path.Split(":")[^1].Replace("[", ".[").Split('.', StringSplitOptions.RemoveEmptyEntries);
        var parent = steps[..^1].Aggregate(root, (node, step) => step[0] == '[' ? node[int.Parse(step[1..^1])]! : node[step]!);
        var value = json.Length == 0 ? null : JsonNode.Parse(json);
        if (steps[^1] == "[+]")
            parent.AsArray().Add(value);
        else if (steps[^1][0] == '[')
            parent[int.Parse(steps[^1][1..^1])] = value;
        else if (json.Length == 0)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = value;
        File.WriteAllText(file, root.ToJsonString());
        return this;
    }

    public ModelFolder Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Model)!, file), text);
        return this;
    }

    /// <summary>Publishes it; every file by its path below connect.</summary>
    public IReadOnlyDictionary<string, string> Publish()
    {
        ContactCenters.Read(Model, "").Write(Output);
        var folder = Path.Combine(Output, "connect");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
    }

    public void Dispose() => root.Delete(recursive: true);

    private string At(string folder) => Path.Combine(root.FullName, folder);
}
