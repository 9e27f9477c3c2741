using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The list of configs: a tree, or the flat matches of a search.</summary>
internal sealed class ConfigsPage(IFrame page) : AppPage(page)
{
    public ConfigsPage(IPage page)
        : this(page.MainFrame)
    {
    }

    /// <summary>A search on a phone, a filter at a desk.</summary>
    public ILocator Filter => Frame.GetByLabel("Find by name, id, description, variable, prompt or text");

    public ILocator Links => Rows.GetByRole(AriaRole.Link);

    public ILocator Title => Frame.GetByRole(AriaRole.Heading, new() { Name = "Configs", Level = 1 });

    /// <summary>What the filter asks for, at a desk.</summary>
    public ILocator Tokens => Frame.GetByRole(AriaRole.Group).Filter(new() { Has = Frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove ") }) });

    private ILocator Views => Frame.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show(?! more)") });

    /// <summary>A list on a phone, a table at a desk.</summary>
    private ILocator Rows => Frame.Locator("[aria-label='Configs'] :is(li, tbody tr)");

    /// <summary>The row of a config.</summary>
    public ILocator Item(string id) => Rows.Filter(new() { Has = Link(id) });

    /// <summary>Types a text and asks for its matches.</summary>
    public async Task FindAsync(string text)
    {
        await Filter.FillAsync(text);
        await Filter.PressAsync("Enter");
    }

    /// <summary>Chooses a view, such as "Closed now".</summary>
    public async Task ShowAsync(string view)
    {
        var onPhone = Frame.GetByLabel("Show", new() { Exact = true }).And(Frame.Locator("select"));
        await onPhone.Or(Views).WaitForAsync();
        if (await onPhone.IsVisibleAsync())
        {
            await onPhone.SelectOptionAsync(view);
            return;
        }

        await Views.ClickAsync();
        await Frame.GetByRole(AriaRole.Option, new() { Name = view, Exact = true }).ClickAsync();
    }

    /// <summary>The header of a column, at a desk.</summary>
    public ILocator Column(string name) => Frame.GetByRole(AriaRole.Columnheader, new() { NameRegex = new($"^{name}") });

    /// <summary>Cloudscape shows a copy of the header that stays in sight; screen readers get the other.</summary>
    public ILocator SeenColumn(string name) =>
        Frame.Locator("th:visible").Filter(new() { Has = Frame.GetByText(name, new() { Exact = true }) }).First;

    public Task SortAsync(string column) => SeenColumn(column).GetByText(column, new() { Exact = true }).First.ClickAsync();

    /// <summary>By a choice on a phone, by the column's header at a desk: a first click sorts it upwards.</summary>
    public async Task LastChangedFirstAsync()
    {
        var onPhone = Frame.GetByLabel("Order");
        if (await onPhone.IsVisibleAsync())
        {
            await onPhone.SelectOptionAsync("Last changed first");
            return;
        }

        await SortAsync("Last changed");
        await SortAsync("Last changed");
    }

    public ILocator Branch(string id) => Frame.GetByRole(AriaRole.Button, new() { Name = $"{id}: " });

    /// <summary>The list begins with 50 rows, and the configs of other tests can be among them.</summary>
    public async Task TurnToAsync(string id)
    {
        await Links.First.WaitForAsync();
        for (var page = 2; !await Link(id).IsVisibleAsync(); page++)
        {
            await Button("Next page").ClickAsync();
            await Frame.Locator($"[aria-label^='Page {page} of'][aria-current='true']").WaitForAsync();
        }
    }

    /// <summary>Selects a config and the one below it.</summary>
    public async Task ChooseAsync(string parent, string below)
    {
        await FindAsync(parent);
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
