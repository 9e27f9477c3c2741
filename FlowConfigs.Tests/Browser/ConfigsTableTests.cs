using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The list of configs at a desk: filters, views, columns and order.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class ConfigsTableTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string Austin = "Field offices / Austin office";
    private const string Boston = "Field offices / Boston office";

    private const float Wider = 80;

    private ConfigsPage List => new(Page);

    [Fact]
    public async Task A_filter_asks_for_a_property_and_several_filters_narrow_the_list()
    {
        await OpenAsync();
        await List.FindAsync("Id ^ field-office/");
        await Expect(List.Links).ToHaveTextAsync([Austin, Boston, "Field offices / Chicago office"]);
        await List.FindAsync("Override = OfficeName");
        await Expect(List.Tokens).ToContainTextAsync(["Id", "Override"]);
        await List.FindAsync("texas");
        await Expect(List.Links).ToHaveTextAsync([Austin]);
        await ScreenshotAsync("configs-filtered");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await List.Link(Austin).ClickAsync();
        await Expect(List.Heading("Austin office")).ToBeVisibleAsync();
        await Page.GoBackAsync();
        await Expect(List.Links).ToHaveTextAsync([Austin]);
    }

    [Fact]
    public async Task A_filter_is_saved_as_a_view_chosen_again_and_deleted()
    {
        await OpenAsync();
        await List.FindAsync("Id ^ field-office/");
        await List.Button("Save view…").ClickAsync();
        var dialog = List.Dialog("Save view");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save view", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Enter a name.");
        await dialog.GetByLabel("Name").FillAsync("Offices");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save view", Exact = true }).ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("View “Offices” saved.");

        await Page.GotoAsync(Address("/configs").ToString());
        await List.ShowAsync("Offices");
        await Expect(List.Links).ToHaveCountAsync(3);
        await List.Button("Delete view").ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("View “Offices” deleted.");
        await List.Button("Clear filter").ClickAsync();
        await Expect(List.Button("Delete view")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Columns_tree_and_page_size_are_preferences_that_the_browser_keeps()
    {
        await OpenAsync();
        await List.Button("Preferences").ClickAsync();
        var dialog = List.Dialog("Preferences");
        await dialog.GetByText("20 configs").ClickAsync();
        await dialog.GetByText("Contents", new() { Exact = true }).ClickAsync();
        await dialog.GetByText("Tree", new() { Exact = true }).ClickAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Page.ReloadAsync();
        await Expect(List.Column("Name")).ToBeVisibleAsync();
        await Expect(List.Column("Contents")).ToHaveCountAsync(0);
        await List.TurnToAsync(Austin);
    }

    [Fact]
    public async Task A_click_on_a_column_sorts_by_it()
    {
        await OpenAsync();
        await List.FindAsync("Id ^ field-office/");
        await Expect(List.Links.First).ToHaveTextAsync(Austin);
        await List.SortAsync("Name");
        await Expect(List.Links.First).ToHaveTextAsync("Field offices / Chicago office");
        await Expect(List.Column("Name")).ToHaveAttributeAsync("aria-sort", "descending");
        await Page.ReloadAsync();
        await Expect(List.Links.First).ToHaveTextAsync("Field offices / Chicago office");
    }

    [Fact]
    public async Task A_column_keeps_the_width_that_it_was_dragged_to()
    {
        await OpenAsync();
        var before = await WidthAsync();
        var edge = await List.SeenColumn("Name").Locator("button").Last.BoundingBoxAsync();
        await Page.Mouse.MoveAsync(edge!.X + (edge.Width / 2), edge.Y + (edge.Height / 2));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(edge.X + Wider, edge.Y, new() { Steps = 5 });
        await Page.Mouse.UpAsync();
        await Page.ReloadAsync();
        await Expect(List.Links.First).ToBeVisibleAsync();
        Assert.InRange(await WidthAsync() - before, Wider / 2, Wider * 2);

        async Task<float> WidthAsync() => (await List.SeenColumn("Name").BoundingBoxAsync())!.Width;
    }

    [Fact]
    public async Task A_filter_in_an_address_that_is_none_shows_all_configs()
    {
        await Page.GotoAsync(Address("/configs?filter=%7Bbroken").ToString());
        await List.TurnToAsync("Main queue");
        await Expect(List.Button("Clear filter")).ToHaveCountAsync(0);
    }

    private async Task OpenAsync()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(List.Links.First).ToBeVisibleAsync();
    }
}
