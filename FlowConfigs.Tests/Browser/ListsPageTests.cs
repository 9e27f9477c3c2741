using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

public abstract class ListsPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private ListsPage Lists => new(Page);

    [Fact]
    public async Task A_list_is_made_filled_changed_exported_and_deleted()
    {
        // A paste whose columns are asked for.
        ExpectInConsole("400");
        var id = $"vip-{Guid.NewGuid():N}";
        await Page.GotoAsync(Address("/lists").ToString());
        await Lists.Button("Create list").ClickAsync();
        await Page.GetByLabel("Name").FillAsync(id);
        await Page.GetByLabel("Purpose").FillAsync("Callers who are put through at once");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Lists.In("Create list", "Save").ClickAsync();
        await Expect(Lists.Notification).ToContainTextAsync($"{id} is saved.");

        await Lists.Button("Add entry").ClickAsync();
        await Page.GetByLabel("Phone number").FillAsync("(512) 555-0100");
        await Page.GetByLabel("Note").FillAsync("Board");
        await Lists.In("Add an entry", "Save").ClickAsync();
        await Expect(Lists.Entry("+15125550100")).ToContainTextAsync("Board");

        await Lists.Button("Paste entries").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Entries", Exact = true }).FillAsync("key,note\n512 555 0101,Mayor\n512 555\n+15125550100,The board");
        await Lists.Button("Check entries").ClickAsync();
        await Expect(Page.GetByText("1 line is refused and won’t be written.")).ToBeVisibleAsync();
        await ScreenshotAsync("paste");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Entries", Exact = true }).FillAsync("key,note\n512 555 0101,Mayor\n+15125550100,The board");
        await Lists.Button("Check entries").ClickAsync();
        await Lists.Button("Write 2 entries").ClickAsync();
        await Expect(Lists.Notification).ToContainTextAsync("2 entries are written.");

        await Lists.Button("Paste entries").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Entries", Exact = true }).FillAsync("Office,Durchwahl\nAustin,512 555 0102\nDallas,12");
        await Lists.Button("Check entries").ClickAsync();
        await Page.GetByLabel("Column “Durchwahl”").ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = "Key" }).ClickAsync();
        await ScreenshotAsync("paste-columns");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Lists.Button("Check entries").ClickAsync();
        await Lists.Button("Write 1 entry").ClickAsync();
        await Expect(Page.GetByText("1 line was refused and not written.")).ToBeVisibleAsync();
        await ScreenshotAsync("paste-written");
        await Lists.In("Paste entries", "Close").ClickAsync();
        await Expect(Lists.Entry("+15125550102")).ToBeVisibleAsync();
        await Expect(Lists.Entry("+15125550100")).ToContainTextAsync("The board");

        await Page.GetByLabel("Find by start of key").FillAsync("+15125550101");
        await Expect(Lists.Entry("+15125550100")).ToHaveCountAsync(0);
        await Lists.Button("Edit +15125550101").ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Owner" }).FillAsync("ada@example.com");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Lists.In("Edit +15125550101", "Save").ClickAsync();
        await Expect(Lists.Entry("+15125550101")).ToContainTextAsync("ada@example.com");
        await ScreenshotAsync("list");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        var file = await Page.RunAndWaitForDownloadAsync(() => Lists.Button("Export CSV").ClickAsync());
        var csv = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("'+15125550100,The board", csv);
        await Lists.Button("Remove +15125550101").ClickAsync();
        await Lists.In("Remove +15125550101?", "Remove").ClickAsync();
        await Expect(Page.GetByText("No entry starts with this")).ToBeVisibleAsync();

        await Lists.Button("Delete list").ClickAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Lists.In($"Delete {id}?", "Delete list").ClickAsync();
        await Expect(Lists.Notification).ToContainTextAsync($"{id} is deleted.");
        await Expect(Lists.Link(id)).ToHaveCountAsync(0);
    }

    private sealed class ListsPage(IPage page) : AppPage(page.MainFrame)
    {
        public ILocator Entry(string key) => Frame.Locator("tbody tr").Filter(new() { Has = Frame.GetByText(key, new() { Exact = true }) });

        public ILocator In(string dialog, string button) =>
            Dialog(dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
    }
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class ListsPageOnDesktopTests(TheSystem the, Chromium chromium) : ListsPageTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ListsPageOnPhoneTests(TheSystem the, Chromium chromium) : ListsPageTests(the, chromium, Screen.Phone);
