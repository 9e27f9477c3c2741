using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

public class ResolverTests
{
    private static readonly Config Parent = A.Config("field-office", A.Switch("Closure"), A.Text("Greeting", "hello"))
        .With(A.Prompt("Welcome", ("en-US", "Welcome"), ("es-US", "Bienvenidos")));

    private static readonly Config Austin = A.Config("field-office/austin");

    [Trait("Rule", "R3")]
    [Fact]
    public void A_config_gives_its_own_values_with_the_reason_own()
    {
        var closure = Resolve([Parent])["Closure"];
        Assert.Equal(("false", ReasonSource.Own), (closure.Value, closure.Reason.Source));
    }

    [Trait("Rule", "R3")]
    [Fact]
    public void A_key_that_an_office_does_not_override_comes_from_its_parent()
    {
        var closure = Resolve([Austin, Parent])["Closure"];
        Assert.Equal(("false", ReasonSource.Inherited, "field-office"), (closure.Value, closure.Reason.Source, closure.Reason.From.Value));
    }

    [Trait("Rule", "R3")]
    [Fact]
    public void An_override_wins_over_the_parent()
    {
        var closure = Resolve([Austin.Overriding("Closure", "true"), Parent])["Closure"];
        Assert.Equal(("true", ReasonSource.Own), (closure.Value, closure.Reason.Source));
    }

    [Trait("Rule", "R3")]
    [Fact]
    public void The_nearest_parent_wins_over_those_above_it()
    {
        var values = Resolve([A.Config("field-office/texas/austin"), A.Config("field-office/texas").Overriding("Greeting", "howdy"), Parent]);
        Assert.Equal(("howdy", "field-office/texas"), (values["Greeting"].Value, values["Greeting"].Reason.From.Value));
    }

    [Trait("Rule", "R6")]
    [Fact]
    public void An_empty_text_is_a_value() => Assert.Equal("", Resolve([Austin.Overriding("Greeting", ""), Parent])["Greeting"].Value);

    [Trait("Rule", "R4")]
    [Fact]
    public void A_locked_key_takes_nothing_from_below()
    {
        var locked = A.Config("field-office", A.Switch("Closure") with { Locked = true });
        Assert.Equal("false", Resolve([Austin.Overriding("Closure", "true"), locked])["Closure"].Value);
    }

    [Trait("Rule", "R5")]
    [Fact]
    public void An_override_of_a_key_that_no_parent_defines_gives_nothing() =>
        Assert.DoesNotContain("Gone", Resolve([Austin.Overriding("Gone", "x"), Parent]).Keys);

    [Trait("Rule", "R5")]
    [Fact]
    public void An_overridden_prompt_takes_the_place_of_all_the_parents_languages()
    {
        var welcome = Resolve([Austin.OverridingPrompt("Welcome", ("en-US", "Welcome to Austin")), Parent], "es-US")["Welcome"];
        Assert.Equal(("Welcome to Austin", "en-US"), (welcome.Value, welcome.Reason.Language));
    }

    [Trait("Rule", "R8")]
    [Fact]
    public void The_default_language_is_the_nearest_one_given()
    {
        var parent = Parent with { DefaultLanguage = "es-US" };
        Assert.Equal("Bienvenidos", Resolve([Austin, parent], "fr-FR")["Welcome"].Value);
        Assert.Equal("Welcome", Resolve([Austin with { DefaultLanguage = "en-US" }, parent], "fr-FR")["Welcome"].Value);
    }

    [Trait("Rule", "R7")]
    [Fact]
    public void A_missing_translation_never_means_a_missing_prompt()
    {
        var config = A.Config("a").With(A.Prompt("One", ("en-US", "one")), A.Prompt("Two", ("es-US", "dos")));
        Assert.Equal(["one", "dos"], Resolve([config], "es-US").Values.Select(v => v.Value));
    }

    [Trait("Rule", "R9")]
    [Theory]
    [InlineData("VOICE", "<speak>Hi &amp; <break/>welcome</speak>", TextSource.Voice)]
    [InlineData(null, "<speak>Hi &amp; <break/>welcome</speak>", TextSource.Voice)]
    [InlineData("CHAT", "Hi & welcome", TextSource.VoiceAsText)]
    [InlineData("TASK", "Hi & welcome", TextSource.VoiceAsText)]
    [InlineData("EMAIL", "Hi & welcome", TextSource.VoiceAsText)]
    [InlineData("SOMETHING_NEW", "Hi & welcome", TextSource.VoiceAsText)]
    public void Without_a_chat_text_every_written_channel_gets_the_voice_text_made_plain(string? channel, string text, TextSource source)
    {
        var config = A.Config("a").With(A.Prompt("Welcome", ("en-US", "<speak>Hi &amp; <break/>welcome</speak>")));
        var welcome = Resolver.Resolve(Chain.Of([config], A.Now), "en-US", Channels.Parse(channel)).Values.Single();
        Assert.Equal((text, source), (welcome.Value, welcome.Reason.Text!.Value));
    }

    [Trait("Rule", "R9")]
    [Fact]
    public void A_chat_text_is_taken_for_a_chat()
    {
        var prompt = A.Prompt("Welcome") with
        {
            Texts = new Dictionary<string, PromptText> { ["en-US"] = new() { Voice = "calling", Chat = "chatting" } },
        };
        var resolution = Resolver.Resolve(Chain.Of([A.Config("a").With(prompt)], A.Now), null, Channel.Chat);
        Assert.Equal("chatting", resolution.Values.Single().Value);
    }

    [Trait("Rule", "R2")]
    [Fact]
    public void Two_definitions_of_one_key_resolve_with_the_upper_one_as_the_definition()
    {
        // Two saves at the same moment can bring this about; see Chain.
        var values = Resolve([A.Config("field-office/austin", A.Text("Closure", "true")), Parent]);
        Assert.Equal("true", values["Closure"].Value);
        Assert.Equal(Parent.Id, Chain.Of([A.Config("field-office/austin", A.Text("Closure", "true")), Parent], A.Now).Find("Closure")!.DefinedBy);
    }

    [Trait("Rule", "R10")]
    [Fact]
    public void The_language_of_the_whole_is_the_nearest_that_any_prompt_has()
    {
        Assert.Equal("es-US", Resolver.Resolve(Chain.Of([Parent], A.Now), "es-MX", Channel.Voice).Language);
        Assert.Equal("fr-FR", Resolver.Resolve(Chain.Of([A.Config("a")], A.Now), "fr-FR", Channel.Voice).Language);
    }

    [Trait("Rule", "R10")]
    [Fact]
    public void The_answer_is_a_flat_map_that_keeps_letters_as_they_are()
    {
        var config = A.Config("a").With(A.Prompt("Welcome", ("es-US", "más")));
        var json = FlowAnswer.ToJson(FlowAnswer.Of(Resolver.Resolve(Chain.Of([config], A.Now), null, Channel.Voice)));
        Assert.Equal("""{"_found":"true","_version":"1","_language":"es-US","Welcome":"más"}""", System.Text.Encoding.UTF8.GetString(json));
    }

    private static Dictionary<string, ResolvedValue> Resolve(IReadOnlyList<Config> chain, string? language = "en-US") =>
        Resolver.Resolve(Chain.Of(chain, A.Now), language, Channel.Voice).Values.ToDictionary(v => v.Key);
}
