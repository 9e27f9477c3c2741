using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FlowConfigs.Tests.Api.Lists;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// Every page with the strangest values that the API accepts, a zone that the browser does not know, and every text wrapped as the
/// browser's own translation wraps it: react/react#17256, omnivore-app/omnivore#2787 and minimaxir/big-list-of-naughty-strings#101.
/// </summary>
public abstract class TranslatedPagesTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private const string UnknownZone = "posix/America/Chicago";

    // As Chrome does: two <font>, with the text itself in them at a desk, and with another text in its place on a phone.
    private const string Translate = """
        const skipped = 'script, style, title, textarea, font, [translate="no"], svg';
        const wrap = (text) => {
          if (!text.data.trim() || !text.parentElement || text.parentElement.closest(skipped)) return;
          const outer = document.createElement('font');
          const inner = document.createElement('font');
          outer.append(inner);
          text.replaceWith(outer);
          inner.append(MOVES ? text : document.createTextNode(text.data));
        };
        const wrapAll = (node) => {
          if (node.nodeType === Node.TEXT_NODE) return wrap(node);
          const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          const found = [];
          while (texts.nextNode()) found.push(texts.currentNode);
          found.forEach(wrap);
        };
        new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) =>
          type === 'characterData' ? wrap(target) : addedNodes.forEach(wrapAll)))
          .observe(document, { childList: true, characterData: true, subtree: true });
        """;

    private const string OwnZone = """
        const options = Intl.DateTimeFormat.prototype.resolvedOptions;
        Intl.DateTimeFormat.prototype.resolvedOptions = function () { return { ...options.call(this), timeZone: 'Etc/Unknown' }; };
        """;

    // Without loading the app again, so that each page is taken away as a page is when somebody goes on.
    private const string Go =
        "(path) => { history.pushState({ idx: history.state.idx + 1 }, '', path); dispatchEvent(new PopStateEvent('popstate')); }";

    // What pushes the page wider than the screen, from outside to inside.
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
          : [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
            .map((element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 60)}`)
        """;

    private readonly OwnScenarios scenarios = new(the.Running);

    private ConfigPage Config => new(Page);

    [Fact]
    public async Task Every_page_goes_on_working()
    {
        var id = await StrangeConfigAsync();
        var list = await StrangeListAsync();
        var scenario = await scenarios.ClosingAsync(id);
        await scenarios.TurnOnAsync(scenario, minutes: 30);
        await TranslatedAsync();
        await Page.GotoAsync(Address("/configs").ToString());
        var name = EmergencyPage.Name(scenario);
        (string Path, string Heading)[] pages =
        [
            ($"/configs/{id}", id), ($"/callers?config={id}", "Caller preview"), ($"/history/{id}", $"History of {id}"),
            ($"/translations/{id}", $"Translations of {id}"), ($"/flow/{id}", $"Contact flow for {id}"),
            ($"/exchange?path={id}", "Import and export"), ($"/emergency/{scenario}", name), ($"/emergency/{scenario}/edit", $"Edit {name}"),
            ("/emergency", "Emergency"), ("/activity", "Activity"), ("/lists", "Lists"), ("/lists/bad-actors", "bad-actors"), ($"/lists/{list}", list),
            ("/recent-callers", "Recent callers"), ("/translations", "Translations"), ("/settings", "Settings"),
            ("/nowhere", "Page not found"), ("/configs", "Configs"),
        ];
        List<string> tooWide = [];
        foreach (var (path, heading) in pages)
        {
            await Page.EvaluateAsync(Go, path);
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            tooWide.AddRange((await Page.EvaluateAsync<string[]>(TooWide)).Select(element => $"{path}: {element}"));
        }

        Assert.True(tooWide is [], string.Join("\n", tooWide));
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Scenarios that are on" }))
            .ToContainTextAsync($"this browser doesn’t know the time zone {UnknownZone}");
        await ScreenshotAsync("translated");
        await scenarios.TurnOffAsync(scenario);
    }

    [DeskFact]
    public async Task A_translated_page_saves_what_was_typed()
    {
        var id = await StrangeConfigAsync();
        await TranslatedAsync();
        await Page.GotoAsync(Address(ConfigPage.Path(id)).ToString());
        await Config.Voice("Welcome").FillAsync("Good morning.");
        await Config.Input("constructor").FillAsync("2027-99-99T00:00:00Z");
        await Expect(Config.SaveBar).ToContainTextAsync("2 unsaved changes");
        await Config.Button("Discard changes").ClickAsync();
        await Expect(Config.SaveBar).ToContainTextAsync("No changes to save");
        await Config.Voice("Welcome").FillAsync("Good evening.");
        await Config.UntilButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("Times are in UTC");
        await Config.EndAsync("In 1 hour");
        await Config.Review.GetByText("Permanently").ClickAsync();
        await Config.ConfirmAsync();
        await Expect(Config.Notification).ToContainTextAsync("Saved as version 3.");
        Assert.Equal("Good evening.", (string?)(await Configs.ReadAsync(id))["prompts"]![0]!["texts"]!["en-US"]!["voice"]);
    }

    private async Task TranslatedAsync()
    {
        await Page.AddInitScriptAsync(Translate.Replace("MOVES", Screen is Screen.Desktop ? "true" : "false", StringComparison.Ordinal));
        await Page.AddInitScriptAsync(OwnZone);
        await Page.RouteAsync(new Regex("/api/scenarios(/[^/]+)?$"), async route =>
        {
            var response = await route.FetchAsync();
            var answer = JsonNode.Parse(await response.TextAsync())!;
            IEnumerable<JsonNode?> scenarios = answer is JsonArray all ? all : [answer];
            foreach (var on in scenarios.Select(scenario => scenario!["on"]).OfType<JsonObject>())
                on["timeZone"] = UnknownZone;
            await route.FulfillAsync(new() { Response = response, Body = answer.ToJsonString() });
        });
    }

    private async Task<string> StrangeConfigAsync()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, Strangest.Fill, Strangest.Comment);
        return id;
    }

    private async Task<string> StrangeListAsync()
    {
        var lists = new ListsClient(System.Api);
        var id = await lists.New(ListsClient.Texts);
        using var pasted = await lists.Paste(id, Strangest.Entries, dryRun: false);
        pasted.EnsureSuccessStatusCode();
        return id;
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class TranslatedPagesOnDesktopTests(TheSystem the, Chromium chromium)
    : TranslatedPagesTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class TranslatedPagesOnPhoneTests(TheSystem the, Chromium chromium) : TranslatedPagesTests(the, chromium, Screen.Phone);
