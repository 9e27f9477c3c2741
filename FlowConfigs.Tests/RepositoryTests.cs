using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.Tests.Publishing;

namespace FlowConfigs.Tests;

/// <summary>The files for GitHub, the dev container and Visual Studio Code name what the repository has, in its versions.</summary>
public sealed partial class RepositoryTests
{
    private const string Workflow = ".github/workflows/ci.yml";

    private static readonly JsonNode Container = Json(".devcontainer/devcontainer.json");

    [Theory]
    [InlineData("FlowConfigs.Web/package.json")]
    [InlineData("FlowConfigs.AppHost/emulators/package.json")]
    public void Node_is_the_oldest_version_that_the_packages_accept(string package)
    {
        var oldest = ((string)Json(package)["engines"]!["node"]!).Replace(">=", "", StringComparison.Ordinal);
        Assert.Equal(oldest, Quoted("node-version"));
        Assert.Equal(oldest, Feature("node"));
    }

    [Fact]
    public void DotNet_is_that_of_global_json()
    {
        var sdk = Version.Parse((string)Json("global.json")["sdk"]!["version"]!);
        Assert.Equal($"{sdk.Major}.{sdk.Minor}", Feature("dotnet"));
        Assert.Contains("global-json-file: global.json", Text(Workflow));
    }

    [Fact]
    public void Java_is_one_that_the_README_accepts()
    {
        var oldest = int.Parse(OldestJava().Match(Text("README.md")).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(Feature("java"), Quoted("java-version"));
        Assert.True(int.Parse(Feature("java"), CultureInfo.InvariantCulture) >= oldest);
    }

    [Fact]
    public void Workflow_runs_what_a_change_must_pass()
    {
        Assert.Contains("run: .ci/run", Text(Workflow));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.Path(".ci/run")).HasFlag(UnixFileMode.UserExecute));
    }

    // Its collection is started for the first of them, and takes as long as all others together.
    [Fact]
    public void What_needs_the_whole_of_publish_is_nightly() => Assert.All(
        typeof(RepositoryTests).Assembly.GetTypes().Where(type => type.GetCustomAttribute<CollectionAttribute>()?.Name == PublishCollection.Name),
        type => Assert.NotNull(type.GetCustomAttribute<NightlyAttribute>()));

    // dotnet format would check it as well, but loads all projects for it.
    [Fact]
    public void Usings_are_sorted_with_System_first() => Assert.All(
        Directory.GetDirectories(Repository.Root, "FlowConfigs.*")
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)),
        file =>
        {
            var names = File.ReadLines(file).Select(line => Using().Match(line)).TakeWhile(match => match.Success)
                .Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(names.OrderBy(IsOfOthers).ThenBy(name => name, StringComparer.OrdinalIgnoreCase), names);
        });

    [Fact]
    public void Dev_container_forwards_the_ports_that_the_docs_list()
    {
        var page = Text("docs/local-development.md");
        foreach (var port in Container["forwardPorts"]!.AsArray())
            Assert.Matches($@"(http://localhost:|, ){port}\b", page);
    }

    [Fact]
    public void Visual_Studio_Code_starts_projects_and_programs_that_exist()
    {
        var launched = Json(".vscode/launch.json")["configurations"]!.AsArray().Select(launch => (string)launch!["projectPath"]!);
        Assert.All(launched, path => Assert.True(File.Exists(path.Replace("${workspaceFolder}", Repository.Root, StringComparison.Ordinal))));
        foreach (var task in Json(".vscode/tasks.json")["tasks"]!.AsArray())
        {
            string[] words = [(string)task!["command"]!, .. task["args"]?.AsArray().Select(word => (string)word!) ?? []];
            Assert.All(
                words.Where(word => word.Contains('.', StringComparison.Ordinal)),
                word => Assert.True(Path.Exists(Repository.Path(word)), word));
        }
    }

    private static string Feature(string name) => (string)Container["features"]!.AsObject()
        .Single(feature => feature.Key.Contains($"/{name}:", StringComparison.Ordinal)).Value!["version"]!;

    private static string Quoted(string key) => Regex.Match(Text(Workflow), $"{key}: '([^']+)'").Groups[1].Value;

    private static JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    private static string Text(string path) => File.ReadAllText(Repository.Path(path));

    private static bool IsOfOthers(string name) => name.Split('.')[0] != "System";

    [GeneratedRegex(@"^using ([\w.]+);$")]
    private static partial Regex Using();

    [GeneratedRegex("Java ([0-9]+) or later")]
    private static partial Regex OldestJava();
}
