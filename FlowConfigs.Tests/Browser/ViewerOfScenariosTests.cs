using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What somebody finds who may look at scenarios and not switch them.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class ViewerOfScenariosTests(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Phone)
{
    protected override string? Account => "viewer";

    [Fact]
    public async Task A_viewer_sees_what_a_scenario_does_and_has_no_switch()
    {
        var emergency = new EmergencyPage(Page);
        await Page.GotoAsync(Address("/").ToString());
        await Expect(new ConfigsPage(Page).Title).ToBeVisibleAsync();
        await Page.GotoAsync(Address("/emergency/fire-real").ToString());
        await Expect(emergency.Alert("You can see this scenario but not switch it")).ToBeVisibleAsync();
        await Expect(emergency.Effect("Main queue")).ToContainTextAsync("No → Yes");
        await Expect(emergency.Switch).ToHaveCountAsync(0);
        await Expect(emergency.Link("Edit scenario")).ToHaveCountAsync(0);
    }
}
