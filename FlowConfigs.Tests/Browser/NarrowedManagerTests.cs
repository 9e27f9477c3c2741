using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What a manager finds who is narrowed to one office.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class NarrowedManagerTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    protected override string? Account => "manager-austin";

    [Fact]
    public async Task Only_that_office_is_listed()
    {
        await Page.GotoAsync(Address("/configs").ToString());
        await Expect(new ConfigsPage(Page).Links).ToHaveTextAsync(["Austin office"]);
    }

    [Fact]
    public async Task Values_of_that_office_may_be_changed_and_what_it_inherits_from_is_closed()
    {
        var config = new ConfigPage(Page);
        await Page.GotoAsync(Address(ConfigPage.Path("field-office/austin")).ToString());
        await Expect(config.SaveBar).ToBeVisibleAsync();
        await config.Button("Override value Minutes until a call-back").ClickAsync();
        await Expect(config.Input("Minutes until a call-back")).ToBeEditableAsync();
        await Expect(config.Variable("Office name")).ToContainTextAsync("Field offices");
        await Expect(config.Link("Field offices")).ToHaveCountAsync(0);
        await config.Button("Discard changes").ClickAsync();
    }

    [Fact]
    public async Task Another_config_may_not_be_opened()
    {
        ExpectInConsole("403");
        await Page.GotoAsync(Address(ConfigPage.Path("BasicQueue")).ToString());
        await Expect(Page.GetByText("You can’t open “BasicQueue”")).ToBeVisibleAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "All configs" }).ClickAsync();
        await Expect(new ConfigsPage(Page).Link("Austin office")).ToBeVisibleAsync();
    }
}
