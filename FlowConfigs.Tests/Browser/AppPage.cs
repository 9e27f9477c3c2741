using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>What every page of the web app has: a heading, the navigation, notices. A page's own object adds what is on it.</summary>
internal abstract class AppPage(IFrame page)
{
    public ILocator Notification => page.GetByRole(AriaRole.Region, new() { Name = "Notifications" });

    public ILocator Navigation => page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" });

    /// <summary>From the page up to the list, above its heading.</summary>
    public ILocator Trail => page.GetByRole(AriaRole.Navigation, new() { Name = "Breadcrumbs" });

    /// <summary>The frame it is in: the page itself, or the agent workspace's.</summary>
    protected IFrame Frame => page;

    public ILocator Heading(string text) => page.GetByRole(AriaRole.Heading, new() { Name = text, Exact = true });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Dialog(string name) => page.GetByRole(AriaRole.Dialog, new() { Name = name, Exact = true });

    /// <summary>A box about what went wrong or is worth knowing, by its header.</summary>
    public ILocator Alert(string header) =>
        page.GetByRole(AriaRole.Group).Filter(new() { Has = page.GetByText(header, new() { Exact = true }) });

    /// <summary>Opens a page from the navigation, which on a phone is behind a button.</summary>
    public async Task GoToAsync(string entry)
    {
        var menu = Navigation.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        if (await menu.IsVisibleAsync())
            await menu.ClickAsync();
        await Navigation.GetByRole(AriaRole.Link, new() { Name = entry, Exact = true }).ClickAsync();
    }
}
