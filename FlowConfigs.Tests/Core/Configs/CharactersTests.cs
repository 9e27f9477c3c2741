using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

public class CharactersTests
{
    [Theory]
    [InlineData("queue\0", "U+0000")]
    [InlineData("\aqueue", "U+0007")]
    [InlineData("que\u001bue", "U+001B")]
    [InlineData("queue\u007f", "U+007F")]
    [InlineData("que\u0085ue", "U+0085")]
    public void A_text_with_a_character_that_cannot_be_seen_is_refused_wherever_it_is(string text, string named)
    {
        var config = A.Config("BasicQueue", A.Text("Dest", text) with { Description = text }, A.Select("Mode", text, text)) with
        {
            Description = text,
            Prompts = [A.Prompt("Welcome", ("en-US", text)) with { Description = text }, Chatting("Bye", "x", text)],
            Changes = [A.Change("Dest", text, "2026-03-02T12:00Z", "2026-03-02T13:00Z") with { Note = text }],
        };
        var problems = ConfigRules.Problems(config, null, [], new Dictionary<string, ConfigId>(), A.Now)
            .Where(problem => problem.Message.Contains(named, StringComparison.Ordinal)).Select(problem => problem.Path).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "changes[0].note", "changes[0].values.Dest.value", "description", "prompts[0].description", "prompts[0].texts.en-US.voice",
                "prompts[1].texts.en-US.chat", "variables[0].description", "variables[0].value", "variables[1].constraints.options",
            ],
            problems);
    }

    // Not as data of a theory: an attribute keeps whole characters only.
    [Fact]
    public void Half_of_a_character_is_refused() => Assert.All(
        ["que\ud83due", "que\udc00ue", "que\udc00\ud83due", "queue\ud83d"],
        text => Assert.Contains("half of a character", ValueRules.Problem(A.Text("Dest"), text, new())));

    [Theory]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("\u2066right to left\u2069 👩‍👩‍👧 ñ \u00a0")]
    public void Line_breaks_and_every_other_character_are_kept(string text) => Assert.Null(ValueRules.Problem(A.Text("Dest"), text, new()));

    // As reported in matrix-msu/kora#207.
    [Theory]
    [InlineData("queue ", "queue")]
    [InlineData(" \t\r\nqueue\u00a0\u2007\ufeff\u200b", "queue")]
    [InlineData("two  words", "two  words")]
    [InlineData(" \u3000", "")]
    [InlineData("", "")]
    public void Blanks_around_values_and_texts_are_left_out_when_they_are_saved(string sent, string kept)
    {
        var draft = A.Config("BasicQueue", A.Text("Dest", sent), A.Select("Mode", sent, sent, "storm")) with
        {
            Prompts = [Chatting("Welcome", sent, sent)],
            Overrides = new Dictionary<string, Override> { ["Line"] = new() { Value = sent } },
            Changes = [A.Change("Dest", sent, "2026-03-02T12:00Z", "2026-03-02T13:00Z")],
        };
        var config = Drafts.Complete(draft, null, [], A.Now);
        Assert.Equal((kept, kept, kept), (config.Variables[0].Value, config.Variables[1].Value, config.Variables[1].Constraints!.Options![0]));
        Assert.Equal((kept, kept), (config.Prompts[0].Texts["en-US"].Voice, config.Prompts[0].Texts["en-US"].Chat));
        Assert.Equal((kept, kept), (config.Overrides["Line"].Value, config.Changes[0].Values["Dest"].Value));
    }

    private static Prompt Chatting(string name, string voice, string chat) =>
        A.Prompt(name) with { Texts = new Dictionary<string, PromptText> { ["en-US"] = new() { Voice = voice, Chat = chat } } };
}
