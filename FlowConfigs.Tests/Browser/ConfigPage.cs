using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>One config's page, with its variables, its prompts and the bar that saves them.</summary>
internal sealed class ConfigPage(IFrame page)
{
    public ConfigPage(IPage page)
        : this(page.MainFrame)
    {
    }

    public ILocator Comment => page.GetByLabel("Comment");

    public ILocator SaveButton => Button("Save");

    public ILocator SaveBar => page.GetByRole(AriaRole.Region, new() { Name = "Saving" });

    public ILocator Notification => page.GetByRole(AriaRole.Region, new() { Name = "Notifications" });

    public ILocator LeaveDialog => page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

    public static string Path(string id) => $"/configs/{id.Replace('/', '~')}";

    public ILocator Heading(string text) => page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    /// <summary>What the server refused, or who saved first.</summary>
    public ILocator Alert(string header) =>
        page.GetByRole(AriaRole.Group).Filter(new() { Has = page.GetByText(header, new() { Exact = true }) });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>A variable's item, with its name, value and where it comes from.</summary>
    public ILocator Variable(string name) => page.GetByRole(AriaRole.Listitem).Filter(new() { Has = KeyButton(name) });

    public ILocator Switch(string name) => page.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });

    public ILocator Input(string name) => page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public ILocator Prompt(string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public ILocator Voice(string prompt) => Prompt(prompt).GetByRole(AriaRole.Textbox, new() { Name = "Voice" });

    public ILocator Chat(string prompt) => Prompt(prompt).GetByRole(AriaRole.Textbox, new() { Name = "Chat" });

    public ILocator Language(string prompt, string name) => Prompt(prompt).GetByRole(AriaRole.Tab, new() { Name = name });

    public ILocator KeyButton(string key) => Button($"Copy $.External.{key}");

    /// <summary>Cloudscape draws its switch over the input, so that a plain click would wait for the input to be uncovered.</summary>
    public Task TurnAsync(string name) => Switch(name).ClickAsync(new() { Force = true });

    public async Task SaveAsync(int version)
    {
        await SaveButton.ClickAsync();
        await Expect(Notification).ToContainTextAsync($"Saved as version {version}.");
    }
}
