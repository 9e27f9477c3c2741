using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Tests.Core.Settings;

/// <summary>What may sound or look wrong is said when somebody writes it, and stops no save.</summary>
public sealed class SpeechWarningsTests
{
    private static readonly SharedSettings Settings = new()
    {
        Languages = [new("en-US", "Joanna"), new("de-DE", "Hans"), new("fr-FR", "Ambre"), new("en-GB", "Brian")],
    };

    // As reported in crowbartools/Firebot#1866.
    [Trait("Rule", "R39")]
    [Theory]
    [InlineData("We are closed. <break time=\"1s\"/> Goodbye.", "Callers hear the tag <break time=\"1s\"/> read aloud. Put <speak> before the text and </speak> after it.")]
    [InlineData("Please <emphasis>hold</emphasis>.", "Callers hear the tag <emphasis> read aloud.")]
    [InlineData("Hello <amazon:breath/>", "Callers hear the tag <amazon:breath/> read aloud.")]
    [InlineData("Tom & Jerry <3", null)]
    [InlineData("Press 1 if your age is < 18 or > 65.", null)]
    [InlineData("Hello $.External.Name and {name}", null)]
    public void Tags_without_speak_would_be_read_aloud(string voice, string? warning) => Said(warning, voice, "en-US");

    [Trait("Rule", "R39")]
    [Theory]
    [InlineData("en-US", "<emphasis>x</emphasis>", "The neural voice Joanna lacks <emphasis>: Amazon Polly refuses the text, and callers hear nothing.")]
    [InlineData("en-US", "<prosody pitch=\"high\">x</prosody>", "The neural voice Joanna lacks <prosody pitch=\"high\">:")]
    [InlineData("en-US", "<prosody rate=\"slow\">x</prosody>", null)]
    [InlineData("en-US", "<amazon:effect name=\"whispered\">x</amazon:effect>", "lacks <amazon:effect name=\"whispered\">")]
    [InlineData("en-US", "<amazon:effect name=\"drc\">x</amazon:effect>", null)]
    [InlineData("en-US", "<amazon:domain name=\"news\">x</amazon:domain>", null)]
    [InlineData("en-GB", "<amazon:domain name=\"news\">x</amazon:domain>", "The neural voice Brian lacks <amazon:domain>")]
    [InlineData("en-US", "<say-as interpret-as=\"characters\">abc</say-as>", "Amazon Polly speaks the sentence with the older standard voice.")]
    [InlineData("de-DE", "<emphasis>x</emphasis><amazon:breath/>", null)]
    [InlineData("de-DE", "<amazon:domain name=\"news\">x</amazon:domain>", "The standard voice Hans lacks <amazon:domain>")]
    [InlineData("fr-FR", "<amazon:effect name=\"drc\">x</amazon:effect>", "The generative voice Ambre lacks <amazon:effect name=\"drc\">: Amazon Polly ignores it.")]
    [InlineData("xx-XX", "<emphasis>x</emphasis>", null)]
    public void A_tag_that_the_languages_voice_lacks_is_named(string language, string inside, string? warning) =>
        Said(warning, $"<speak>{inside}</speak>", language);

    [Trait("Rule", "R39")]
    [Fact]
    public void A_chat_text_with_tags_is_named_and_one_without_is_not()
    {
        Assert.StartsWith("A chat shows the tag <speak> as it is.", SpeechWarnings.ChatWarning("<speak>Hello</speak>"));
        Assert.Null(SpeechWarnings.ChatWarning("Hello <3"));
    }

    [Trait("Rule", "R39")]
    [Fact]
    public void It_is_said_of_what_a_save_changes_with_its_path()
    {
        var saved = A.Config("a").With(A.Prompt("P", ("en-US", "Hello <break/>")));
        var next = saved.OverridingPrompt("Q", ("en-US", "Bye <break/>")) with
        {
            Prompts = [.. saved.Prompts, A.Prompt("R", ("en-US", "Hi <p>"))],
        };
        Assert.Equal(
            ["prompts[1].texts.en-US.voice", "overrides.Q.texts.en-US.voice"],
            SpeechWarnings.Of(next, saved, Settings).Select(warning => warning.Path));
    }

    [Trait("Rule", "R39")]
    [Fact]
    public void It_is_said_of_every_text_of_a_scenario_with_its_path()
    {
        var config = A.Config("a").OverridingPrompt("P", ("en-US", "Hello <break/>"), ("de-DE", "Hallo")).Overriding("Closure", "<p>");
        var warning = Assert.Single(SpeechWarnings.Of(new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>>
        {
            [config.Id] = config.Overrides,
        }, Settings));
        Assert.Equal("values.a.P.texts.en-US.voice", warning.Path);
    }

    private static void Said(string? warning, string voice, string language)
    {
        var said = SpeechWarnings.VoiceWarning(voice, language, Settings);
        if (warning is null)
            Assert.Null(said);
        else
            Assert.Contains(warning, said);
    }
}
