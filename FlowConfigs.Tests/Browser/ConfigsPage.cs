using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The list of configs: a table at a desk, cards on a phone.</summary>
internal sealed class ConfigsPage(IFrame page) : AppPage(page)
{
    public ConfigsPage(IPage page)
        : this(page.MainFrame)
    {
    }

    public ILocator Filter => Frame.GetByRole(AriaRole.Searchbox);

    public ILocator Links => Frame.Locator("tbody, ol").GetByRole(AriaRole.Link);

    public ILocator Title => Frame.GetByRole(AriaRole.Heading, new() { Name = "Configs", Level = 1 });

    /// <summary>The row or card of a config.</summary>
    public ILocator Item(string id) => Frame.Locator("tbody tr, ol > li").Filter(new() { Has = Link(id) });
}
