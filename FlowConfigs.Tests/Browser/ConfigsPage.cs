using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The list of configs: a tree, or the flat matches of a search.</summary>
internal sealed class ConfigsPage(IFrame page) : AppPage(page)
{
    public ConfigsPage(IPage page)
        : this(page.MainFrame)
    {
    }

    public ILocator Filter => Frame.GetByRole(AriaRole.Searchbox);

    public ILocator Links => Frame.GetByRole(AriaRole.List, new() { Name = "Configs" }).GetByRole(AriaRole.Link);

    public ILocator Title => Frame.GetByRole(AriaRole.Heading, new() { Name = "Configs", Level = 1 });

    /// <summary>The row of a config.</summary>
    public ILocator Item(string id) => Frame.GetByRole(AriaRole.Listitem).Filter(new() { Has = Link(id) });

    public ILocator Show => Frame.GetByLabel("Show", new() { Exact = true });

    public ILocator Order => Frame.GetByLabel("Order");

    public ILocator Branch(string id) => Frame.GetByRole(AriaRole.Button, new() { Name = $"{id}: " });

    public ILocator Choose(string id) => Frame.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {id}", Exact = true });
}
