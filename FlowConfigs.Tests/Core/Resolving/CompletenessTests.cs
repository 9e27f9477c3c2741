using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

public class CompletenessTests
{
    private static readonly string[] Offered = ["en-US", "es-US"];

    [Trait("Rule", "R30")]
    [Fact]
    public void A_prompt_in_every_language_on_offer_is_complete_and_its_chat_is_taken_from_voice()
    {
        var completeness = Of(A.Prompt("Welcome", ("en-US", "Hi"), ("es-US", "Hola")));
        Assert.True(completeness.Complete);
        Assert.Equal(new CompletenessCounts(Texts: 4, Missing: 0, Older: 0, Placeholders: 0, FromVoice: 2), completeness.Counts);
        Assert.Equal([TextState.Present, TextState.FromVoice], States(completeness, "es-US"));
    }

    [Trait("Rule", "R30")]
    [Fact]
    public void A_language_on_offer_that_a_prompt_lacks_is_missing_and_says_what_contacts_get_instead()
    {
        var completeness = Of(A.Prompt("Welcome", ("en-US", "Hi"), ("es-MX", "Hola")));
        Assert.False(completeness.Complete);
        Assert.Equal(["en-US", "es-US", "es-MX"], completeness.Languages);
        Assert.Equal([TextState.Missing, TextState.Missing], States(completeness, "es-US"));
        Assert.Equal("es-MX", Text(completeness, "es-US", Channel.Voice).Instead);
    }

    [Trait("Rule", "R30")]
    [Fact]
    public void A_language_that_only_one_prompt_has_is_missing_in_the_others()
    {
        var one = A.Prompt("One", ("en-US", "one"), ("es-US", "uno"), ("fr-CA", "un"));
        var config = A.Config("a").With(one, A.Prompt("Two", ("EN-us", "two"), ("es-US", "dos")));
        var completeness = Completeness.Of(Chain.Of([config], A.Now), Offered);
        Assert.Equal(2, completeness.Counts.Missing);
        Assert.All(completeness.Prompts[1].Texts, text => Assert.Equal(text.Language == "fr-CA", text.State == TextState.Missing));
    }

    [Trait("Rule", "R30")]
    [Fact]
    public void An_office_is_looked_through_with_all_that_it_inherits()
    {
        var parent = A.Config("field-office")
            .With(A.Prompt("Welcome", ("en-US", "Hi"), ("es-US", "Hola")), A.Prompt("Closure", ("en-US", "Closed")));
        var austin = A.Config("field-office/austin").OverridingPrompt("Welcome", ("en-US", "Howdy"));
        var completeness = Completeness.Of(Chain.Of([austin, parent], A.Now), Offered);
        Assert.Equal(["field-office/austin", "field-office"], completeness.Prompts.Select(p => p.From.Value));
        Assert.Equal(4, completeness.Counts.Missing);
    }

    [Trait("Rule", "R31")]
    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(null, false)]
    public void A_translation_is_older_when_its_source_text_was_changed_after_it(int? minutes, bool older)
    {
        var completeness = Of(Prompt(new()
        {
            ["en-US"] = new() { Voice = "Hi", Changed = A.Now },
            ["es-US"] = new() { Voice = "Hola", Chat = "¡Hola!", Changed = minutes is { } m ? A.Now.AddMinutes(m) : null },
        }));
        Assert.Equal(older ? 2 : 0, completeness.Counts.Older);
        Assert.Equal(older, Text(completeness, "es-US", Channel.Voice).Older);
    }

    [Trait("Rule", "R31")]
    [Fact]
    public void The_source_text_is_that_of_the_chains_default_language()
    {
        var prompt = Prompt(new()
        {
            ["en-US"] = new() { Voice = "Hi", Changed = A.Now },
            ["es-US"] = new() { Voice = "Hola", Changed = A.Now.AddDays(1) },
        });
        Assert.Equal(("en-US", 0), (Of(prompt).Prompts[0].SourceLanguage, Of(prompt).Counts.Older));
        var spanish = A.Config("a") with { DefaultLanguage = "es-MX", Prompts = [prompt] };
        var completeness = Completeness.Of(Chain.Of([spanish], A.Now), Offered);
        Assert.Equal(("es-US", 1), (completeness.Prompts[0].SourceLanguage, completeness.Counts.Older));
        Assert.True(Text(completeness, "en-US", Channel.Voice).Older);
    }

    [Trait("Rule", "R31")]
    [Fact]
    public void Placeholders_that_differ_from_the_source_text_are_named()
    {
        var completeness = Of(A.Prompt(
            "Welcome", ("en-US", "Hi {name}, from $.External.Office."), ("es-US", "Hola {nombre}, de $.External.Office")));
        var spanish = Text(completeness, "es-US", Channel.Voice);
        Assert.Equal(["{name}"], spanish.MissingPlaceholders);
        Assert.Equal(["{nombre}"], spanish.ExtraPlaceholders);
        Assert.Equal((1, false), (completeness.Counts.Placeholders, completeness.Complete));
    }

    [Trait("Rule", "R31")]
    [Fact]
    public void A_chat_text_is_compared_with_the_chat_text_of_the_source()
    {
        var completeness = Of(Prompt(new()
        {
            ["en-US"] = new() { Voice = "Call {number}", Chat = "Write to us" },
            ["es-US"] = new() { Voice = "Llame {number}", Chat = "Escríbanos" },
        }));
        Assert.True(completeness.Complete);
    }

    [Trait("Rule", "R30")]
    [Fact]
    public void A_config_without_prompts_is_complete() =>
        Assert.True(Completeness.Of(Chain.Of([A.Config("a", A.Switch("Closure"))], A.Now), Offered).Complete);

    private static Prompt Prompt(Dictionary<string, PromptText> texts) => new() { Name = "Welcome", Key = "Welcome", Texts = texts };

    private static Completeness Of(Prompt prompt) => Completeness.Of(Chain.Of([A.Config("a").With(prompt)], A.Now), Offered);

    private static IEnumerable<TextState> States(Completeness completeness, string language) =>
        completeness.Prompts[0].Texts.Where(text => text.Language == language).Select(text => text.State);

    private static TextCompleteness Text(Completeness completeness, string language, Channel channel) =>
        completeness.Prompts[0].Texts.Single(text => text.Language == language && text.Channel == channel);
}
