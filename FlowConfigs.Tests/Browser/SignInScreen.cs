using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The app before somebody has signed in, and the account menu after.</summary>
/// <param name="page">The page that all windows belong to.</param>
/// <param name="app">The frame that the app is in.</param>
internal sealed class SignInScreen(IPage page, IFrame app)
{
    public ILocator Start => Button("Sign in");

    public ILocator OpenHere => app.GetByRole(AriaRole.Link, new() { Name = "Open the sign-in page" });

    public ILocator OwnTab => app.GetByRole(AriaRole.Link, new() { Name = "Open in a tab of its own" });

    public ILocator Dialog => app.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again" });

    public ILocator Text(string text) => app.GetByText(text);

    public ILocator Button(string name) => app.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Menu(string account) => app.GetByRole(AriaRole.Button, new() { Name = $"Account {account}@example.com" });

    /// <summary>Clicks, and gives the window that this opens.</summary>
    public Task<IPage> OpenWindowAsync(ILocator by) => page.Context.RunAndWaitForPageAsync(() => by.ClickAsync());

    public async Task SignInAsync(string account) => await EnterAsync(await OpenWindowAsync(Start), account);

    public async Task SignOutAsync(string account)
    {
        await Menu(account).ClickAsync();
        await app.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
    }

    /// <summary>Fills in the provider's form.</summary>
    public static async Task EnterAsync(IPage window, string account)
    {
        await window.GetByLabel("Account").FillAsync(account);
        await window.GetByLabel("Password").FillAsync(SignIn.Password);
        await window.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public Task ExpectAsync() => Expect(Start).ToBeVisibleAsync();
}
