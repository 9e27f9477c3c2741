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

    /// <summary>The list begins with 50 rows, and the configs of other tests can be among them.</summary>
    public async Task ShowAllAsync()
    {
        await Links.First.WaitForAsync();
        var more = Frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show more") });
        while (await more.IsVisibleAsync())
            await more.ClickAsync();
    }

    /// <summary>Selects a config and the one below it.</summary>
    public async Task ChooseAsync(string parent, string below)
    {
        await Filter.FillAsync(parent);
        await Choose(parent).CheckAsync();
        await Choose(below).CheckAsync();
    }

    /// <summary>Opens the dialog that sets a value in the selected configs, and chooses the variable.</summary>
    public async Task<SetValueDialog> SetValueAsync(string variable, int configs)
    {
        await Button("Set a value…").ClickAsync();
        var dialog = new SetValueDialog(Frame, Dialog($"Set a value in {configs} configs"));
        await dialog.PickVariableAsync(variable);
        return dialog;
    }

    /// <summary>Deletes the selected configs.</summary>
    public async Task DeleteChosenAsync(int configs)
    {
        await Button("Delete configs…").ClickAsync();
        await Dialog($"Delete {configs} configs").GetByRole(AriaRole.Button, new() { Name = "Delete configs", Exact = true }).ClickAsync();
    }

    public ILocator Choose(string id) => Frame.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {id}", Exact = true });
}
