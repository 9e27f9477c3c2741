using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>The dialog in which a variable gets a value in many configs.</summary>
internal sealed class SetValueDialog(IFrame page, ILocator dialog)
{
    public ILocator Whole => dialog;

    public ILocator Value => dialog.GetByLabel("Value", new() { Exact = true });

    public ILocator Set => dialog.GetByRole(AriaRole.Button, new() { Name = "Set value", Exact = true });

    public Task PickVariableAsync(string variable) => FromListAsync("^Variable", variable);

    /// <summary>Chooses a value that comes from a list.</summary>
    public Task PickAsync(string value) => FromListAsync("^Value", value);

    private async Task FromListAsync(string list, string option)
    {
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new(list) }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }
}
