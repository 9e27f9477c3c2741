namespace FlowConfigs.Tests;

/// <summary>What docs/tutorial.md names exists.</summary>
public sealed class TutorialTests
{
    // Parts of "The same in AWS", and a page of Aspire's dashboard with its filter.
    private static readonly string[] NotOnAScreen =
        ["Publish", "Ask the administrators.", "Fill in", "Install", "Bring the examples along.", "Call.", "Traces", "Resource"];

    [Fact]
    public void Bold_words_are_on_the_screen()
    {
        string[] folders = ["FlowConfigs.Web/src/messages", "FlowConfigs.AppHost/seed"];
        var screens = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder))).Select(File.ReadAllText).ToList();
        foreach (var word in Tutorial.Steps.SelectMany(step => step.BoldWords).Except(NotOnAScreen))
        {
            // "Version 1" is `Version ${name}` in the messages.
            string[] quoted = [$"'{word}'", $"\"{word}\"", $"`{word.Replace("1", "${name}", StringComparison.Ordinal)}`"];
            Assert.True(
                screens.Any(text => quoted.Any(words => text.Contains(words, StringComparison.Ordinal))),
                $"No screen has the words “{word}”.");
        }
    }

    [Fact]
    public void Files_in_out_are_those_that_publish_writes() => Assert.All(
        Tutorial.Steps.SelectMany(step => step.PublishedFiles),
        file => Assert.True(Path.Exists(Repository.Path($"aws-templates/{file}")), file));

    [Fact]
    public void A_step_that_asks_getConfig_shows_a_part_of_the_answer() => Assert.All(
        Tutorial.Steps.Where(step => step.Commands.Any(command => command.Split(' ').Any(word => word is "curl" or "aws"))),
        step => Assert.NotEmpty(step.Printed));
}
