using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class ConfigsPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    /// <summary>What the list calls the example configs BasicQueue, field-office and the offices below it.</summary>
    private const string Queue = "Main queue";
    private const string Offices = "Field offices";
    private const string Austin = $"{Offices} / Austin office";
    private const string Boston = $"{Offices} / Boston office";

    private ConfigsPage List => new(Page);

    [Fact]
    public async Task The_list_says_what_each_config_holds_and_who_saved_it()
    {
        await OpenAsync();
        await Expect(Page).ToHaveTitleAsync("Configs · Flow Configs");
        await List.FindAsync("BasicQueue");
        await Expect(List.Item(Queue)).ToContainTextAsync("2 variables, 2 prompts");
        await Expect(List.Item(Queue)).ToContainTextAsync("by seed");

        await OpenAsync();
        // A long list has its branches closed at first; a search shows what is in them.
        await List.FindAsync("field-office/austin");
        await Expect(List.Item(Austin)).ToContainTextAsync("Austin, Texas");
        await Expect(List.Item(Austin)).ToContainTextAsync("Overrides Office name (OfficeName), Welcome message (Welcome)");
    }

    [DeskFact]
    public async Task An_office_follows_the_config_that_it_inherits_from()
    {
        await OpenAsync();
        await List.FindAsync("field-office");
        await Expect(List.Links).ToHaveTextAsync([Offices, Austin, Boston, $"{Offices} / Chicago office"]);
    }

    [DeskFact]
    public async Task A_filter_finds_by_name_or_description_and_is_still_there_on_coming_back()
    {
        await OpenAsync();
        await List.FindAsync("massachusetts");
        await Expect(List.Links).ToHaveTextAsync([Boston]);

        await List.Link(Boston).ClickAsync();
        await Expect(new ConfigPage(Page).Heading("Boston office")).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await Expect(List.Tokens).ToContainTextAsync("massachusetts");
        await Expect(List.Links).ToHaveTextAsync([Boston]);
    }

    [DeskFact]
    public async Task A_filter_finds_words_in_texts_and_says_where()
    {
        var id = await Configs.QueueAsync();
        await Configs.ChangeAsync(id, config => config["prompts"]![1]!["texts"]!["es-US"]!["voice"] = $"Cerrado {id[8..20]} hoy.", "Spanish");
        await OpenAsync();
        await List.FindAsync($"cerrado {id[8..20]}");
        await Expect(List.Links).ToHaveTextAsync([id]);
        await Expect(List.Item(id)).ToContainTextAsync("Found in ClosurePrompt, Spanish (US)");
        await ScreenshotAsync("configs-found-in-text");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task A_filter_that_nothing_matches_says_so_and_can_be_cleared()
    {
        // Other tests' texts are searched too.
        var word = $"{Guid.NewGuid():N}";
        await OpenAsync();
        await List.FindAsync(word);
        await Expect(Page.GetByText($"Nothing has “{word}” in its name, id, description, variables, prompts or texts.")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear filter" }).Last.ClickAsync();
        await Expect(List.Links.First).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Every_page_of_a_long_list_is_loaded()
    {
        await Page.RouteAsync(
            "**/api/configs?limit=1000*",
            route => route.ContinueAsync(new() { Url = route.Request.Url.Replace("limit=1000", "limit=2") }));
        await OpenAsync();
        await List.FindAsync("field-office/");
        await Expect(List.Links).ToHaveCountAsync(3);
    }

    [DeskFact]
    public async Task A_failure_shows_the_servers_sentence_and_can_be_tried_again()
    {
        ExpectInConsole("503");
        const string Problem = """{ "status": 503, "detail": "The table can't be reached right now." }""";
        await Page.RouteAsync(
            "**/api/configs?*",
            route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = Problem }));
        await OpenAsync();
        await Expect(Page.GetByText("The table can't be reached right now.")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await Page.UnrouteAsync("**/api/configs?*");
        await List.Button("Try again").ClickAsync();
        await Expect(List.Links.First).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task What_takes_long_is_seen_to_be_under_way_and_light_or_dark_is_chosen_and_kept()
    {
        var mayAnswer = new TaskCompletionSource();
        await Page.RouteAsync("**/api/configs?*", async route =>
        {
            await mayAnswer.Task;
            await route.ContinueAsync();
        });
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(Page.GetByText("Loading configs")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Still working…")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        mayAnswer.SetResult();
        await Expect(List.Links.First).ToBeVisibleAsync();

        await new SignInScreen(Page, Page.MainFrame).Menu("admin").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Dark" }).ClickAsync();
        await Expect(Page.Locator("body")).ToHaveClassAsync(new Regex("awsui-dark-mode"));
        await Page.ReloadAsync();
        await Expect(Page.Locator("body")).ToHaveClassAsync(new Regex("awsui-dark-mode"));
    }

    [DeskFact]
    public async Task A_new_config_is_made_and_opened()
    {
        var id = $"browser-{Guid.NewGuid():N}";
        await OpenAsync();
        await List.Button("New config").ClickAsync();
        await List.Dialog("New config").GetByLabel("Id").FillAsync(id);
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await List.Dialog("New config").GetByRole(AriaRole.Button, new() { Name = "Create config" }).ClickAsync();
        await Expect(List.Heading(id)).ToBeVisibleAsync();
        await Expect(Page.GetByText("No variables yet.")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
    }

    [DeskFact]
    public async Task An_address_that_is_none_has_a_page_that_leads_back()
    {
        await Page.GotoAsync(Address("/nowhere").ToString());
        await Expect(Page).ToHaveTitleAsync("Page not found · Flow Configs");
        await Page.GetByRole(AriaRole.Link, new() { Name = "All configs" }).ClickAsync();
        await Expect(List.Title).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task Branches_close_and_open_and_are_remembered()
    {
        var office = await Configs.OfficeAsync();
        var parent = office[..office.IndexOf('/', StringComparison.Ordinal)];
        await OpenAsync();
        await List.TurnToAsync(parent);
        if (await List.Branch(parent).GetAttributeAsync("aria-expanded") == "true")
            await List.Branch(parent).ClickAsync();
        await Expect(List.Item(parent)).ToContainTextAsync("1 config below");
        await Expect(List.Link(office)).ToHaveCountAsync(0);

        await List.Branch(parent).PressAsync("Enter");
        await Expect(List.Link(office)).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await List.TurnToAsync(parent);
        await Expect(List.Link(office)).ToBeVisibleAsync();
    }

    [DeskFact]
    public async Task What_is_closed_now_is_one_choice_away_with_what_inherits_it()
    {
        var office = await Configs.OfficeAsync();
        var parent = office[..office.IndexOf('/', StringComparison.Ordinal)];
        await Configs.ChangeAsync(parent, config => config["variables"]![0]!["value"] = "true", "Fire alarm");
        await OpenAsync();
        await List.ShowAsync("Closed now");
        await Expect(List.Item(office)).ToContainTextAsync("Closed");
        await Expect(List.Link(Queue)).ToHaveCountAsync(0);
        await List.ShowAsync("Changed today");
        await List.FindAsync("BasicQueue");
        await Expect(List.Link(Queue)).ToBeVisibleAsync();
        await List.ShowAsync("Texts incomplete");
        await List.FindAsync(parent);
        await Expect(List.Link(office).Or(Page.GetByText("No config matches")).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_config_that_was_changed_last_comes_first_where_that_is_asked()
    {
        var office = await Configs.OfficeAsync();
        var parent = office[..office.IndexOf('/', StringComparison.Ordinal)];
        await OpenAsync();
        await List.FindAsync(parent);
        await Expect(List.Links).ToHaveTextAsync([parent, office]);
        await List.LastChangedFirstAsync();
        await Expect(List.Links).ToHaveTextAsync([office, parent]);
    }

    private async Task OpenAsync()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(List.Title).ToBeVisibleAsync();
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class ConfigsPageOnDesktopTests(TheSystem the, Chromium chromium) : ConfigsPageTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ConfigsPageOnPhoneTests(TheSystem the, Chromium chromium) : ConfigsPageTests(the, chromium, Screen.Phone);
