using System.Text.RegularExpressions;

namespace FlowConfigs.Tests;

/// <summary>A step of docs/tutorial.md.</summary>
/// <param name="Heading">The step's heading.</param>
/// <param name="Text">Everything below the heading.</param>
internal sealed partial record Tutorial(string Heading, string Text)
{
    public static IReadOnlyList<Tutorial> Steps { get; } =
    [
        .. File.ReadAllText(Repository.Path("docs/tutorial.md")).Split("\n## ").Skip(1)
            .Select(step => step.Split('\n', 2)).Select(step => new Tutorial(step[0], step[1])),
    ];

    public IReadOnlyList<string> Commands =>
        [.. Block().Matches(Text).SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>What the commands print: inline code that is a part of an answer, or a whole sentence.</summary>
    public IReadOnlyList<string> Printed => Find(Answer());

    public IReadOnlyList<string> BoldWords => Find(Bold());

    /// <summary>Files that publish writes into out.</summary>
    public IReadOnlyList<string> PublishedFiles => Find(FileOfOut());

    private IReadOnlyList<string> Find(Regex regex) => [.. regex.Matches(Block().Replace(Text, "")).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("^```\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("`(\"\\w+\":\"[^`]*\"|[A-Z][a-z]+ is [a-z.]+)`")]
    private static partial Regex Answer();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("`out/([^`]+)`")]
    private static partial Regex FileOfOut();
}
