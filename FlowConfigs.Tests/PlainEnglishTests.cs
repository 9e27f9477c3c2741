using System.Text.RegularExpressions;

namespace FlowConfigs.Tests;

/// <summary>Pages, screens and messages use the words that people use today; the right column of the word list says which.</summary>
public sealed partial class PlainEnglishTests
{
    private static readonly (string Old, string Plain)[] Words =
    [
        ("by itself", "automatically"),
        ("all the same", "still"),
        ("anew", "again"),
        ("[Ss]omebody", "someone"),
        ("[Ee]verybody", "everyone"),
        ("[Cc]all off", "cancel"),
        ("[Pp]ut right|[Mm]end(s|ed|ing)?", "fix"),
        ("slip", "typo"),
        ("goes on", "continues"),
        ("at the moment", "right now"),
        ("any more", "no longer"),
        ("does without", "is disabled"),
        ("in the place of", "instead of"),
        ("takes? back", "rolls back"),
        ("may not", "can't"),
        ("[Ww]hoever", "the person who"),
        ("(has|have|is|are) to be", "must be"),
    ];

    private static readonly Regex Old = new($@"\b(?:{string.Join('|', Words.Select(word => word.Old))})\b");

    // What AWS's own command says.
    private const string OfAws = "No updates are to be performed";

    public static TheoryData<string> Pages => DocsTests.Pages;

    public static TheoryData<string> Screens => Files("FlowConfigs.Web/src/messages", "*.ts");

    public static TheoryData<string> Scripts => Files("aws-templates/ops.d", "*.sh");

    public static TheoryData<string> Programs =>
    [
        .. new[] { "Api", "AppHost", "ConnectHandler", "Core", "Hosting", "Lambda", "LambdaEmulator", "Microsoft365", "ServiceDefaults", "Vanity" }
            .Select(project => $"FlowConfigs.{project}"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_use_plain_words(string page) => AssertPlain(page, CodeBlock().Replace(Text(page), "").Split('\n'));

    [Theory]
    [MemberData(nameof(Screens))]
    [MemberData(nameof(Scripts))]
    public void Screens_and_scripts_use_plain_words(string file) =>
        AssertPlain(file, Text(file).Split('\n').Where(line => !line.TrimStart().StartsWith('#')));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Messages_of_programs_use_plain_words(string project)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories))
        {
            AssertPlain(file, File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Quoted().Matches(line)).Select(match => match.Value));
        }
    }

    [Fact]
    public void The_list_finds_its_words()
    {
        Assert.Matches(Old, "Somebody mends it");
        Assert.DoesNotMatch(Old, "We recommend that someone fixes the amendment");
    }

    private static void AssertPlain(string where, IEnumerable<string> lines)
    {
        var found = lines.Where(line => !line.Contains(OfAws, StringComparison.Ordinal)).SelectMany(line => Old.Matches(line).Select(match =>
            $"“{match.Value}” → “{Words.First(word => Regex.IsMatch(match.Value, $"^(?:{word.Old})$")).Plain}” in: {line.Trim()}")).ToList();
        Assert.True(found.Count == 0, $"{where}:\n{string.Join('\n', found)}");
    }

    private static string Text(string file) => File.ReadAllText(Repository.Path(file));

    private static TheoryData<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Repository.Path(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Quoted();
}
