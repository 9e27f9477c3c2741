using System.Text.RegularExpressions;

namespace FlowConfigs.Tests;

/// <summary>Core and Api have a folder for each thing and a namespace for each folder, so the usings say which folder needs which.</summary>
public sealed partial class FoldersTests
{
    private const int MostLines = 200;
    private const int MedianLines = 55;

    [Theory]
    [InlineData("FlowConfigs.Core")]
    [InlineData("FlowConfigs.Api")]
    public void No_folder_needs_one_that_needs_it(string project)
    {
        var needs = Files(project).GroupBy(file => file.Folder)
            .ToDictionary(folder => folder.Key, folder => folder.SelectMany(file => Usings(project, file.Text)).ToHashSet());
        foreach (var folder in needs.Keys)
            needs[folder].Remove(folder);
        // Folders that need no other go out, again and again: what is left goes round in a circle. The root ties them all together.
        while (needs.FirstOrDefault(folder => !folder.Value.Any(needs.ContainsKey)) is { Key: { } free })
            needs.Remove(free);
        Assert.Empty(needs.Select(folder => $"{folder.Key} → {string.Join(", ", folder.Value.Where(needs.ContainsKey))}"));
    }

    [Theory]
    [InlineData("FlowConfigs.Core")]
    [InlineData("FlowConfigs.Api")]
    public void A_file_has_the_namespace_of_its_folder(string project) => Assert.Empty(Files(project)
        .Where(file => file.Name != "Program.cs" && !file.Text.Contains($"\nnamespace {Namespace(project, file.Folder)};", StringComparison.Ordinal))
        .Select(file => file.Name));

    [Fact]
    public void Only_the_folder_Table_of_Core_knows_AWS() => Assert.Empty(Files("FlowConfigs.Core")
        .Where(file => file.Folder != "Table" && Aws().IsMatch(file.Text))
        .Select(file => file.Name));

    [Theory]
    [InlineData("FlowConfigs.Core")]
    [InlineData("FlowConfigs.Api")]
    public void Files_are_small(string project)
    {
        var files = Files(project).Select(file => (file.Name, Lines: file.Text.Count(c => c == '\n'))).OrderBy(file => file.Lines).ToList();
        Assert.All(files, file => Assert.InRange(file.Lines, 0, MostLines));
        Assert.InRange(files[files.Count / 2].Lines, 1, MedianLines);
    }

    private static IEnumerable<(string Folder, string Name, string Text)> Files(string project)
    {
        var root = Repository.Path(project);
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Folder: Path.GetDirectoryName(Path.GetRelativePath(root, file))!, Path.GetFileName(file), "\n" + File.ReadAllText(file)));
    }

    private static string Namespace(string project, string folder) => folder == "" ? project : $"{project}.{folder.Replace('/', '.')}";

    private static IEnumerable<string> Usings(string project, string text) =>
        Using().Matches(text).Select(match => match.Groups[1].Value)
            .Where(name => name == project || name.StartsWith(project + ".", StringComparison.Ordinal))
            .Select(name => name.Length > project.Length ? name[(project.Length + 1)..] : "");

    [GeneratedRegex(@"^using (?:static )?(FlowConfigs[\w.]*)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^using Amazon|[^\w.]Amazon\.\w", RegexOptions.Multiline)]
    private static partial Regex Aws();
}
