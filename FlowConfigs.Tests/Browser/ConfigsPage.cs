using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The list of configs: a table at a desk, cards on a phone.</summary>
internal sealed class ConfigsPage(IFrame page)
{
    public ConfigsPage(IPage page)
        : this(page.MainFrame)
    {
    }

    public ILocator Filter => page.GetByRole(AriaRole.Searchbox);

    public ILocator Links => page.Locator("tbody, ol").GetByRole(AriaRole.Link);

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = "Configs", Level = 1 });

    public ILocator Link(string id) => page.GetByRole(AriaRole.Link, new() { Name = id, Exact = true });

    /// <summary>The row or card of a config.</summary>
    public ILocator Item(string id) => page.Locator("tbody tr, ol > li").Filter(new() { Has = Link(id) });

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
