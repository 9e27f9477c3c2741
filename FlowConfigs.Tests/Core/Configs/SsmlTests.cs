using System.Text.Json;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Configs;

/// <summary>What is SSML, and what Amazon Connect gets of it. The web app's ssml.test.ts reads the same samples.</summary>
public sealed class SsmlTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record Sample(string Text, bool Ssml, string Voice, string Chat);

    public static IEnumerable<TheoryDataRow<string, bool, string, string>> Samples =>
        JsonSerializer.Deserialize<Sample[]>(File.ReadAllText(Repository.Path("FlowConfigs.Tests/Core/Configs/ssml-samples.json")), Json)!
            .Select(sample => new TheoryDataRow<string, bool, string, string>(sample.Text, sample.Ssml, sample.Voice, sample.Chat));

    [Trait("Rule", "R9")]
    [Theory]
    [MemberData(nameof(Samples))]
    public void One_rule_decides_what_is_SSML_and_what_calls_and_chats_get(string text, bool ssml, string voice, string chat)
    {
        Assert.Equal(ssml, Ssml.IsSsml(text));
        Assert.Equal(voice, Ssml.ForSpeech(text));
        Assert.Equal(chat, Ssml.ToPlainText(text));
        Assert.Equal(voice, Ssml.ForSpeech(voice));
    }

    [Trait("Rule", "R9")]
    [Theory]
    [InlineData("VOICE", "<speak>We are closed.</speak>")]
    [InlineData("CHAT", "We are closed.")]
    public void An_answer_has_no_byte_order_mark_and_no_declaration(string channel, string answer)
    {
        var config = A.Config("a").With(A.Prompt("P", ("en-US", "\uFEFF<?xml version=\"1.0\"?>\n<speak>We are closed.</speak>")));
        var resolution = Resolver.Resolve(Chain.Of([config], A.Now), "en-US", Channels.Parse(channel));
        Assert.Equal(answer, resolution.Values.Single().Value);
    }

    [Fact]
    public void Comments_without_number_are_read_once()
    {
        var text = string.Concat(Enumerable.Repeat("<!---->", 800)) + "Hello";
        Assert.False(Ssml.IsSsml(text));
    }
}
