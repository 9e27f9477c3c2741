using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>What was exported and published is exported as the same again.</summary>
[Nightly(Because.ItDeploysIntoAMock)]
public sealed class ExportAgainTests : IDisposable
{
    private const string HandBuilt = "0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e";
    private const string Published = "11111111-2222-4333-8444-555555555555";

    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_instance_that_was_exported_and_published_is_exported_as_the_same_model()
    {
        folder.Use(await OpsCli.FindAsync(OpsCli.Debians));
        await ExportAsync(HandBuilt, "first", ConnectAnswers.Recorded());
        var model = Publish("first");

        var deployed = new DeployedInstance(Path.Combine(folder.Root, "out-first", "connect", model.Alias), Published);
        await ExportAsync(Published, "second", new DeployedAnswers(deployed).All());
        Assert.Equal(Files("first"), Files("second"));
        foreach (var file in Files("first"))
            Assert.Equal(Known(folder.Read($"first/{file}")), Known(folder.Read($"second/{file}")));

        // And so are its templates.
        Publish("second");
        foreach (var file in Files("out-first"))
            Assert.Equal(Known(folder.Read($"out-first/{file}")), Known(folder.Read($"out-second/{file}")));
    }

    private async Task ExportAsync(string instance, string to, IEnumerable<KeyValuePair<string, string>> answers)
    {
        await using var connect = await ConnectAnswers.StartAsync(answers);
        folder.Environment["AWS_ENDPOINT_URL_CONNECT"] = connect.Address;
        await folder.DoneAsync("connect", "export", "--instance", instance, "--to", to);
        Assert.Empty(connect.Unknown);
    }

    // What the export says is left to do: the name of a secret.
    private ContactCenter Publish(string model)
    {
        var path = Path.Combine(folder.Root, model, "contact-center.json");
        var filled = JsonNode.Parse(File.ReadAllText(path))!;
        filled["instance"]!["passwordSecret"] = "first-password";
        folder.Write($"{model}-filled/contact-center.json", filled.ToJsonString());
        foreach (var file in Files(model).Where(file => file.Contains('/')))
            folder.Write($"{model}-filled/{file}", folder.Read($"{model}/{file}"));
        var centers = ContactCenters.Read(Path.Combine(folder.Root, $"{model}-filled", "contact-center.json"), "");
        centers.Write(Path.Combine(folder.Root, $"out-{model}"));
        return centers.All.Single();
    }

    private List<string> Files(string below)
    {
        var root = Path.Combine(folder.Root, below);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);
        return [.. files.Select(file => Path.GetRelativePath(root, file)).Order()];
    }

    // ARNs for which there is no placeholder, such as a prompt's, are the only trace of the instance that they came from.
    private static string Known(string text) => text.Replace(HandBuilt, "INSTANCE").Replace(Published, "INSTANCE");
}
