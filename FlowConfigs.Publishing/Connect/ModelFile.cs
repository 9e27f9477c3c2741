using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>A model file that was read, with its flows.</summary>
/// <param name="Center">What it says.</param>
/// <param name="Flows">The JSON of each flow and module, and of modules' settings, by its file's name in the model.</param>
internal sealed record ModelFile(ContactCenter Center, IReadOnlyDictionary<string, JsonObject> Flows)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a model file and checks whatever can be checked before anything is written.</summary>
    /// <exception cref="DistributedApplicationException">It cannot be read, or has faults; the message names all of them.</exception>
    public static ModelFile Read(string path)
    {
        var text = TextOf(path) ?? throw new DistributedApplicationException(
            $"--contact-center: there is no file {path}. docs/contact-center.md says what stands in one.");
        var faults = new List<Fault>();
        var node = Parsed(text, Path.GetFileName(path), faults);
        if (faults.Count == 0)
            faults.AddRange([.. SecretCheck.Faults(node, ""), .. StructureCheck.Faults(node)]);
        var readable = faults.Count == 0;
        if (readable)
            faults.AddRange(LimitCheck.Faults(node));
        if (readable && Checked(node!.Deserialize<ContactCenter>(ModelSchema.Json)!, path, faults) is { } model)
            return model;
        throw new DistributedApplicationException(
            $"{path} has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}, and nothing was written:\n"
            + string.Join('\n', faults.Select(fault => $"  {fault}")));
    }

    private static ModelFile? Checked(ContactCenter center, string path, List<Fault> faults)
    {
        var names = new Names(center);
        faults.AddRange([.. names.Faults(), .. ReferenceCheck.Faults(center, names), .. RuleCheck.Faults(center)]);
        var flows = new Dictionary<string, JsonObject>();
        foreach (var (at, file) in FilesOf(center).DistinctBy(flow => flow.File))
        {
            if (TextOf(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file)) is not { } text)
                faults.Add(new(at, $"There is no file {file} beside the model."));
            else if (Parsed(text, file, faults) is JsonObject flow && FlowCheck.AddFaults(flow, text, file, UsesOf(center, file), names, faults))
                flows[file] = flow;
        }

        foreach (var (index, module) in center.Modules.Index())
        {
            if (module.Settings is not { } file)
                continue;
            if (TextOf(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file)) is not { } text)
                faults.Add(new($"modules[{index}] ({module.Name}).settings", $"There is no file {file} beside the model."));
            else if (Parsed(text, file, faults) is JsonObject settings)
                flows[file] = settings;
        }

        if (faults.Count == 0)
            faults.AddRange(FlowLoops.Faults(center, flows));
        return faults.Count == 0 ? new(center, flows) : null;
    }

    // A module is of no type.
    private static List<FlowType?> UsesOf(ContactCenter center, string file) =>
    [
        .. center.Flows.Where(flow => flow.File == file).Select(flow => (FlowType?)flow.Type),
        .. center.Modules.Where(module => module.File == file).Select(_ => (FlowType?)null),
    ];

    private static IEnumerable<(string At, string File)> FilesOf(ContactCenter center) =>
    [
        .. center.Flows.Select((flow, index) => ($"flows[{index}] ({flow.Name}).file", flow.File)),
        .. center.Modules.Select((module, index) => ($"modules[{index}] ({module.Name}).file", module.File)),
    ];

    private static string? TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static JsonNode? Parsed(string text, string file, List<Fault> faults)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Lenient);
            if (node is not JsonObject)
                faults.Add(new(file, "It must be an object { }."));
            return node;
        }
        catch (JsonException broken)
        {
            faults.Add(new($"{file}, line {broken.LineNumber + 1}", $"It is not JSON: {broken.Message.Split(" Path:")[0]}"));
        }

        return null;
    }
}
