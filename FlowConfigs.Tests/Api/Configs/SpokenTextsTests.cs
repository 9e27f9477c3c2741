using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>What people write as SSML, from the save to the contact flow.</summary>
public sealed class SpokenTextsTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient configs = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Theory]
    // As reported in johnwheeler/flask-ask#204.
    [InlineData("<speak>Please hold. <amazon:effect name=\"whispered\">Nearly there.</amazon:effect></speak>", null, "Please hold. Nearly there.")]
    // As reported in NaturalIntelligence/fast-xml-parser#90.
    [InlineData("\uFEFF<speak>We are closed.</speak>", "<speak>We are closed.</speak>", "We are closed.")]
    [InlineData("<?xml version=\"1.0\"?><speak>Hello</speak>", "<speak>Hello</speak>", "Hello")]
    public async Task A_flow_gets_SSML_that_Polly_takes_and_a_chat_its_words(string written, string? spoken, string read)
    {
        using var saved = await configs.Post(id, Body(written));
        Assert.Equal(201, (int)saved.StatusCode);
        Assert.Equal(spoken ?? written, await AnswerAsync("VOICE"));
        Assert.Equal(read, await AnswerAsync("CHAT"));
    }

    [Theory]
    [InlineData("We are closed. <break time=\"1s\"/> Goodbye.", "Callers hear the tag <break time=\"1s\"/> read aloud.")]
    [InlineData("<speak>We are <emphasis>closed</emphasis>.</speak>", "The neural voice Joanna lacks <emphasis>")]
    public async Task What_may_sound_wrong_is_said_before_a_save_and_does_not_stop_it(string written, string warning)
    {
        var body = new JsonObject { ["id"] = id, ["config"] = JsonNode.Parse(Body(written)) };
        using var response = await configs.Send(HttpMethod.Post, "/api/preview", body.ToJsonString());
        var preview = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(preview["problems"]!.AsArray());
        var said = Assert.Single(preview["warnings"]!.AsArray())!;
        Assert.Equal("prompts[0].texts.en-US.voice", (string?)said["path"]);
        Assert.Contains(warning, (string?)said["message"]);
        using var saved = await configs.Post(id, Body(written));
        Assert.Equal(201, (int)saved.StatusCode);
    }

    private static string Body(string voice) => JsonSerializer.Serialize(new
    {
        defaultLanguage = "en-US",
        prompts = new[] { new { name = "Wait", texts = new Dictionary<string, object> { ["en-US"] = new { voice } } } },
    });

    private async Task<string?> AnswerAsync(string channel)
    {
        var answer = await the.Running.InvokeAsync("get-config", JsonSerializer.Serialize(new
        {
            Details = new { ContactData = new { Channel = channel }, Parameters = new { id, lang = "en-US" } },
        }));
        return (string?)answer["Wait"];
    }
}
