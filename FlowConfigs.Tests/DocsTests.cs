using System.Text.RegularExpressions;

namespace FlowConfigs.Tests;

/// <summary>The links of every Markdown page lead to files and headings that exist, and the source files that a page names exist.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] NotOurs = ["node_modules", "artifacts", "bin", "obj", ".git"];

    private static readonly string[] Files = [.. Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Intersect(NotOurs).Any())
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. Files.Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_and_headings_that_exist(string page)
    {
        var broken = Link().Matches(Prose(page)).Select(match => match.Groups["to"].Value)
            .Where(link => !link.Contains(':', StringComparison.Ordinal) && !Leads(page, link));
        Assert.Empty(broken);
    }

    // A page names a file by its path or by the end of the path, such as Stacks/ApiStack.cs, and FlowConfigs.Api as Api.
    [Theory]
    [MemberData(nameof(Pages))]
    public void Source_files_that_a_page_names_exist(string page)
    {
        var missing = SourceFile().Matches(Prose(page)).Select(match => match.Groups["file"].Value)
            .Where(file => !Files.Any(path =>
                $"/{path}".EndsWith($"/{file}", StringComparison.Ordinal) || path.EndsWith($".{file}", StringComparison.Ordinal)));
        Assert.Empty(missing);
    }

    [Fact]
    public void The_index_lists_every_page()
    {
        var index = File.ReadAllText(Repository.Path("docs/README.md"));
        var pages = Directory.EnumerateFiles(Repository.Path("docs"), "*.md").Select(page => Path.GetFileName(page)!).Where(page => page != "README.md");
        Assert.All(pages, page => Assert.Contains($"({page}", index, StringComparison.Ordinal));
    }

    private static bool Leads(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var file, var anchor] ? (file, anchor) : (link, "");
        var target = path == "" ? page : Path.GetRelativePath(
            Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, path)));
        return Path.Exists(Repository.Path(target))
            && (heading == "" || Headings(target).Contains(heading, StringComparer.Ordinal));
    }

    // As GitHub makes anchors: small letters, no punctuation, a dash for each blank.
    private static IEnumerable<string> Headings(string page) => Heading().Matches(Prose(page)).Select(match =>
        Punctuation().Replace(LinkText().Replace(match.Groups["text"].Value, "$1").Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Prose(string page) => CodeBlock().Replace(File.ReadAllText(Repository.Path(page)), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<file>[\w.-][\w./-]*\.(?:cs|csproj|ts|tsx|mjs|js|css|sh|cedar|cedarschema|http|pem|sln))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex("^#+ (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
