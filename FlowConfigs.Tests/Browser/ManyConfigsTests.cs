using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What is done with many configs at once: export, set a value, delete.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class ManyConfigsTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private ConfigsPage List => new(Page);

    [Fact]
    public async Task A_value_is_set_in_many_configs_at_once()
    {
        var (parent, office) = await ChooseBothAsync();
        var file = await Page.RunAndWaitForDownloadAsync(() => List.Button("Export configs").ClickAsync());
        var exported = JsonNode.Parse(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken))!;
        var ids = exported["configs"]!.AsArray().Select(config => (string)config!["id"]!);
        Assert.Equal([parent, office], ids.Order(StringComparer.Ordinal));

        var dialog = await List.SetValueAsync("Closure", configs: 2);
        await dialog.PickAsync("Yes");
        await ScreenshotAsync("set-in-many");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.Set.ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("2 configs changed.");
        Assert.Equal("true", (string?)(await Configs.ReadAsync(office))["overrides"]!["Closure"]!["value"]);
        Assert.Equal("true", (string?)(await Configs.ReadAsync(parent))["variables"]![0]!["value"]);
    }

    [Fact]
    public async Task A_value_for_many_configs_has_the_limits_of_the_configs_page_and_is_checked_while_typing()
    {
        var (_, office) = await ChooseBothAsync();
        var dialog = await List.SetValueAsync("CallbackMinutes", configs: 2);
        await Expect(dialog.Value).ToHaveAttributeAsync("inputmode", "decimal");
        await dialog.Value.FillAsync("1000");
        await Expect(dialog.Whole).ToContainTextAsync("Must be at most 240.");
        await Expect(dialog.Set).ToBeDisabledAsync();
        await ScreenshotAsync("set-in-many-refused");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        await dialog.Value.FillAsync("30");
        await Expect(dialog.Whole).Not.ToContainTextAsync("Must be at most");
        await dialog.Set.ClickAsync();
        await Expect(List.Notification).ToContainTextAsync("2 configs changed.");
        Assert.Equal("30", (string?)(await Configs.ReadAsync(office))["overrides"]!["CallbackMinutes"]!["value"]);
    }

    [Fact]
    public async Task Many_are_deleted_with_those_that_are_refused_named()
    {
        ExpectInConsole("400");
        ExpectInConsole("409");
        var (_, office) = await ChooseBothAsync();
        await List.Choose(office).UncheckAsync();
        await List.Button("Delete configs…").ClickAsync();
        var dialog = List.Dialog("Delete 1 config");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete configs", Exact = true }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("1 of 1 config could not be changed");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).Last.ClickAsync();

        await List.Choose(office).CheckAsync();
        await List.DeleteChosenAsync(configs: 2);
        await Expect(List.Notification).ToContainTextAsync("2 configs deleted.");
        await Expect(List.Link(office)).ToHaveCountAsync(0);
    }

    // A parent and its office, selected in the list.
    private async Task<(string Parent, string Office)> ChooseBothAsync()
    {
        var office = await Configs.OfficeAsync();
        var parent = office[..office.IndexOf('/', StringComparison.Ordinal)];
        await Page.GotoAsync(Address("/configs").ToString());
        await List.ChooseAsync(parent, office);
        return (parent, office);
    }
}
