using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>One config's page, with its variables, its prompts and the bar that saves them.</summary>
internal sealed class ConfigPage(IFrame page) : AppPage(page)
{
    public ConfigPage(IPage page)
        : this(page.MainFrame)
    {
    }

    public ILocator Comment => Frame.GetByLabel("Comment");

    public ILocator SaveButton => Button("Save");

    public ILocator SaveBar => Frame.GetByRole(AriaRole.Region, new() { Name = "Saving" });

    /// <summary>Above the heading, back to the list.</summary>
    public ILocator BackToList => Trail.GetByRole(AriaRole.Link, new() { Name = "All configs" });

    public ILocator LeaveDialog => Frame.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

    public static string Path(string id) => $"/configs/{id.Replace('/', '~')}";

    /// <summary>A variable's item, with its name, value and where it comes from.</summary>
    public ILocator Variable(string name) => Frame.GetByRole(AriaRole.Listitem).Filter(new() { Has = KeyButton(name) });

    public ILocator Switch(string name) => Frame.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });

    public ILocator Input(string name) => Frame.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public ILocator Prompt(string name) => Frame.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

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
