using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>A voice text is read aloud by the browser, where it has a voice, and the page says whose voice that is.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class HearItTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Phone)
{
    // Debian's Chromium has no voices: this one says what it was given, in place of the sound.
    internal const string Listen = """
        window.heard = [];
        speechSynthesis.speak = (speech) => {
          window.heard.push(`${speech.lang}: ${speech.text}`);
          speech.dispatchEvent(new Event('end'));
        };
        """;

    /// <summary>A tenth of a second of silence: eight-bit samples at 8 kHz behind the header of a WAV file.</summary>
    private static byte[] Silence =>
    [
        .. "RIFF"u8, 0x44, 0x03, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0,
        .. "data"u8, 0x20, 0x03, 0, 0, .. Enumerable.Repeat((byte)0x80, 800),
    ];

    [Fact]
    public async Task A_text_is_heard_as_it_is_typed_without_its_markup()
    {
        await Page.AddInitScriptAsync(Listen);
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await config.Voice("Welcome").FillAsync("<speak>Good <break time=\"1s\"/>morning &amp; welcome</speak>");
        await config.Button("Play text in English (US)").First.ClickAsync();
        Assert.Equal(["en-US: Good , morning & welcome"], await Page.EvaluateAsync<string[]>("window.heard"));
        await Expect(Page.GetByText("Read by this browser’s own voice; callers hear Amazon Polly’s").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_Amazon_Polly_is_switched_on_it_is_heard_and_its_voice_named()
    {
        ExpectInConsole("503");
        await Page.AddInitScriptAsync(Listen);
        await Page.RouteAsync("**/api/me", async route =>
        {
            var answer = await route.FetchAsync();
            var me = (await answer.TextAsync()).Replace("\"speech\":false", "\"speech\":true");
            await route.FulfillAsync(new() { Response = answer, Body = me });
        });
        IRequest? asked = null;
        var headers = new Dictionary<string, string> { ["Content-Type"] = "audio/mpeg", ["Speech-Voice"] = "Joanna" };
        await Page.RouteAsync("**/api/speech", route =>
        {
            asked = route.Request;
            return route.FulfillAsync(new() { Headers = headers, BodyBytes = Silence });
        });
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await config.Voice("Welcome").FillAsync("<speak>Good morning</speak>");
        var hear = config.Prompt("Welcome").GetByRole(AriaRole.Button, new() { Name = "Play text in English (US)" });
        await hear.ClickAsync();
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("Read by Amazon Polly, Joanna.");
        Assert.Equal("""{"text":"<speak>Good morning</speak>","language":"en-US"}""", asked!.PostData);

        const string Problem = """{ "status": 503, "detail": "Amazon Polly is not answering right now. Try again." }""";
        await Page.RouteAsync(
            "**/api/speech",
            route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = Problem }));
        await hear.ClickAsync();
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("Amazon Polly is not answering right now.");
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("Read by this browser’s own voice.");
        Assert.Equal(["en-US: Good morning"], await Page.EvaluateAsync<string[]>("window.heard"));
    }

    [Fact]
    public async Task Markup_that_is_not_well_formed_is_said_while_it_is_typed()
    {
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path(await Configs.QueueAsync())).ToString());
        await config.Voice("Welcome").FillAsync("<speak>Good morning");
        await Expect(config.Prompt("Welcome")).ToContainTextAsync("Begins like SSML but is not well-formed");
        await config.Voice("Welcome").FillAsync("<speak>Good morning</speak>");
        await Expect(config.Prompt("Welcome")).Not.ToContainTextAsync("Begins like SSML");
    }
}
