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

    /// <summary>Opens the dialog in which a save is confirmed.</summary>
    public ILocator SaveButton => Button("Save…");

    public ILocator UntilButton => Button("Schedule…");

    /// <summary>What a save does to callers, for how long, and why.</summary>
    public ILocator Review => Dialog("What will change for callers");

    public ILocator Comment => Review.GetByLabel("Comment");

    /// <summary>What holds for a time only.</summary>
    public ILocator Times => Frame.GetByRole(AriaRole.Region, new() { Name = "Temporary values" });

    public ILocator SaveBar => Frame.GetByRole(AriaRole.Region, new() { Name = "Saving" });

    /// <summary>Above the heading, back to the list.</summary>
    public ILocator BackToList => Trail.GetByRole(AriaRole.Link, new() { Name = "All configs" });

    public ILocator LeaveDialog => Frame.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

    public static string Path(string id) => $"/configs/{id.Replace('/', '~')}";

    /// <summary>A variable's item, by the name that the page shows: with value and where it comes from.</summary>
    public ILocator Variable(string name) => Frame.GetByRole(AriaRole.Listitem, new() { Name = name, Exact = true });

    public ILocator Switch(string name) => Frame.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true });

    public ILocator Input(string name) => Frame.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public ILocator Prompt(string name) => Frame.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public ILocator Voice(string prompt) => Prompt(prompt).GetByRole(AriaRole.Textbox, new() { Name = "Voice" });

    public ILocator Chat(string prompt) => Prompt(prompt).GetByRole(AriaRole.Textbox, new() { Name = "Chat" });

    public ILocator Language(string prompt, string name) => Prompt(prompt).GetByRole(AriaRole.Tab, new() { Name = name });

    public ILocator KeyButton(string key) => Button($"Copy $.External.{key}");

    /// <summary>Cloudscape draws its switch over the input, so what holds both is clicked, once it stands still.</summary>
    public Task TurnAsync(string name) => Switch(name).Locator("..").ClickAsync();

    /// <summary>Chooses the end of a change that holds for a time.</summary>
    public async Task EndAsync(string choice)
    {
        await Review.GetByLabel("Until", new() { Exact = true }).ClickAsync();
        await Frame.GetByRole(AriaRole.Option, new() { NameRegex = new($"^{choice}") }).ClickAsync();
    }

    /// <summary>Types a day and a time, such as 2026-12-24T17:00, for the start or the end.</summary>
    public async Task TypeAsync(string which, string wall)
    {
        await Frame.GetByLabel($"{which} day", new() { Exact = true }).FillAsync(wall[..10]);
        await Frame.GetByLabel($"{which} time", new() { Exact = true }).FillAsync(wall[11..]);
    }

    public Task ConfirmAsync(string button = "Save changes") =>
        Review.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task SaveAsync(int version, string? comment = null)
    {
        await SaveButton.ClickAsync();
        if (comment is not null)
            await Comment.FillAsync(comment);
        await ConfirmAsync();
        await Expect(Notification).ToContainTextAsync($"Saved as version {version}.");
    }
}
