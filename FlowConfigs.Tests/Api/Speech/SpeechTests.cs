using System.Text.Json;
using FlowConfigs.Api;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Api.Me;
using FlowConfigs.Api.Speech;
using FlowConfigs.Core.Configs;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Table;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Tests.Api.Speech;

/// <summary>/api/speech before an address that speaks Polly's protocol.</summary>
public sealed class SpeechTests(TheSystem the) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private PollyListener polly = null!;
    private OwnTable table = null!;
    private WebApplication app = null!;
    private HttpClient http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        polly = await PollyListener.StartAsync();
        table = await OwnTable.CreateAsync(the);
        app = Program(("FLOWCONFIGS_SPEECH", "polly"), ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_POLLY", polly.Url));
        await app.StartAsync(Stop);
        http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await table.DisposeAsync();
        await polly.DisposeAsync();
    }

    [Fact]
    public async Task A_text_is_read_by_the_voice_of_its_language()
    {
        using var answer = await SayAsync("We are closed.", "de-DE");
        Assert.Equal(PollyListener.Sound, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("audio/mpeg", answer.Content.Headers.ContentType?.ToString());
        AssertReadBy("Vicki", "neural", "We are closed.", answer);
    }

    [Fact]
    public async Task A_voice_that_no_setting_names_yet_can_be_heard()
    {
        using var answer = await SayAsync("Deutsch", "de-DE", "Marlene");
        AssertReadBy("Marlene", "standard", "Deutsch", answer);
    }

    [Fact]
    public async Task A_text_that_is_no_id_of_a_voice_is_refused()
    {
        using var answer = await SayAsync("Deutsch", "de-DE", "../Vicki");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("voice: Is not the id of a Polly voice such as Joanna", await answer.Content.ReadAsStringAsync(Stop));
        Assert.Empty(polly.Asked);
    }

    [Fact]
    public async Task Markup_goes_as_markup_to_the_voice_that_the_settings_name()
    {
        await table.Settings.SaveAsync(
            new() { Languages = [new("en-US", "Joanna"), new("ru-RU", "Maxim")] }, 0, A.Author, Stop);
        using var answer = await SayAsync(" <speak>Closed<break time='1s'/></speak>\n", "ru-RU");
        answer.EnsureSuccessStatusCode();
        var asked = Assert.Single(polly.Asked);
        Assert.Equal(("ssml", "Maxim", "standard"), ((string?)asked["TextType"], (string?)asked["VoiceId"], (string?)asked["Engine"]));
        Assert.Equal("<speak>Closed<break time='1s'/></speak>", (string?)asked["Text"]);
    }

    [Fact]
    public async Task What_a_prompt_would_not_take_is_refused_at_its_field_and_Polly_is_not_asked()
    {
        await SayAsync("<speak>Closed", "en-US").Refused(400, "text: Begins like SSML but is not well-formed");
        await SayAsync(new string('a', PromptRules.MaxBilledCharacters + 1), "en-US").Refused(400, "text: Must have at most 3000");
        await SayAsync(" ", "en-US").Refused(400, "text: A voice text is needed");
        await SayAsync("Closed", "english please").Refused(400, "language: Is not a language tag");
        Assert.Empty(polly.Asked);
    }

    [Fact]
    public async Task A_language_without_a_voice_is_said_with_the_remedy() =>
        await SayAsync("Suletud", "et-EE").Refused(404, "no Amazon Polly voice for et-EE. An admin can give");

    [Theory]
    [InlineData("InvalidSsmlException", 400, "text: Amazon Polly rejects this SSML with the neural voice Joanna")]
    [InlineData("EngineNotSupportedException", 503, "no neural voice Joanna in this Region")]
    [InlineData("ServiceFailureException", 503, "Amazon Polly is not answering right now")]
    [InlineData("ThrottlingException", 503, "Amazon Polly is not answering right now")]
    public async Task What_Polly_says_against_it_is_said_in_our_words(string fault, int status, string said)
    {
        polly.Fault = fault;
        await SayAsync("Closed", "en-US").Refused(status, said);
    }

    [Fact]
    public async Task An_unreachable_Polly_returns_503()
    {
        await polly.DisposeAsync();
        await SayAsync("Closed", "en-US").Refused(503, "Amazon Polly is not answering right now. Try again.");
    }

    [Fact]
    public async Task Where_it_is_not_switched_on_that_is_said_and_the_account_knows()
    {
        var api = new ConfigsClient(the.Running.Api);
        await api.Send(HttpMethod.Post, "/api/speech", Body("Closed", "en-US")).Refused(404, "Amazon Polly is not switched on here");
        Assert.False((bool)(await (await api.Send(HttpMethod.Get, "/api/me")).Json())["speech"]!);
        Assert.True((bool)(await (await new ConfigsClient(http).Send(HttpMethod.Get, "/api/me")).Json())["speech"]!);
    }

    [Theory]
    [InlineData("FLOWCONFIGS_SPEECH must be polly or off", "Polly", "us-east-1", null)]
    [InlineData("AWS_REGION is not set", "polly", null, null)]
    [InlineData("AWS_ENDPOINT_URL_POLLY is 'http://polly.example.com'", "polly", "us-east-1", "http://polly.example.com")]
    public async Task Variables_that_make_no_sense_are_told_at_the_start(string problem, string speech, string? region, string? endpoint)
    {
        await using var wrong = Program(("FLOWCONFIGS_SPEECH", speech), ("AWS_REGION", region), ("AWS_ENDPOINT_URL_POLLY", endpoint));
        Assert.Contains(problem, (await Assert.ThrowsAsync<OptionsValidationException>(() => wrong.StartAsync(Stop))).Message);
    }

    private WebApplication Program(params (string Name, string? Value)[] variables)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var (name, value) in variables)
            builder.Configuration[name] = value;
        builder.AddApiJson();
        builder.AddApiProblems();
        builder.AddSignIn();
        builder.AddSpeech();
        builder.AddRateLimit();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(table.Settings);
        var program = builder.Build();
        program.UseApiProblems();
        program.UseSignIn();
        program.MapGroup("/api").MapSpeech();
        program.MapGroup("/api").MapMe();
        return program;
    }

    private void AssertReadBy(string voice, string engine, string text, HttpResponseMessage answer)
    {
        Assert.Equal(voice, Assert.Single(answer.Headers.GetValues("Speech-Voice")));
        Assert.Equal(
            $$"""{"Engine":"{{engine}}","OutputFormat":"mp3","Text":"{{text}}","TextType":"text","VoiceId":"{{voice}}"}""",
            Assert.Single(polly.Asked).ToJsonString());
    }

    private Task<HttpResponseMessage> SayAsync(string text, string language, string? voice = null) =>
        new ConfigsClient(http).Send(HttpMethod.Post, "/api/speech", Body(text, language, voice));

    private static string Body(string text, string language, string? voice = null) => JsonSerializer.Serialize(new { text, language, voice });
}
