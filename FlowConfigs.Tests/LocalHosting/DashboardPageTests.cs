using System.Text.RegularExpressions;
using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardPageTests(Chromium chromium) : IAsyncLifetime
{
    private OpenDashboard dashboard = null!;

    private IPage Page => dashboard.Page;

    private DashboardBoard Board => dashboard.Board;

    private ILocator Lines => dashboard.Lines;

    public async ValueTask InitializeAsync() => dashboard = await OpenDashboard.InAsync(chromium);

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task The_page_lists_every_resource_with_its_state_in_words()
    {
        await Expect(Page).ToHaveTitleAsync("Flow Configs · LocalHosting");
        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(8);
        await Expect(Row("dynamodb")).ToContainTextAsync("Running, healthy");
        await Expect(Row("api")).ToContainTextAsync("Running, unhealthy");
        await Expect(Row("api")).ToContainTextAsync("connection refused");
        await Expect(Row("web")).ToContainTextAsync("Waiting");
        await Expect(Row("web")).ToContainTextAsync("for api");
        await Expect(Row("seed")).ToContainTextAsync("Finished");
        var link = Row("dynamodb").GetByRole(AriaRole.Link, new() { Name = "localhost:8000" });
        await Expect(link).ToHaveAttributeAsync("href", "http://localhost:8000");
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task A_change_of_state_appears_without_a_reload()
    {
        Board.Change("web", web => web with { State = "Running", Health = "Healthy" });
        await Expect(Row("web")).ToContainTextAsync("Running, healthy");

        Board.Change("web", web => web with { State = "Exited", Health = null, ExitCode = 3 });
        await Expect(Row("web")).ToContainTextAsync("Exited, exit code 3");

        Board.Change("web", web => web with { State = "Exited", Health = null, ExitCode = 143 });
        await Expect(Row("web")).ToContainTextAsync("Stopped");
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Details_show_the_environment_without_secrets()
    {
        await Row("api").GetByRole(AriaRole.Cell).First.ClickAsync();
        var details = Page.GetByRole(AriaRole.Complementary, new() { Name = "api" });

        await Expect(details).ToContainTextAsync("AWS_SECRET_ACCESS_KEY");
        await Expect(details.GetByText("Secret", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(details).ToContainTextAsync("http /health");
        await Expect(details.GetByRole(AriaRole.Link, new() { Name = "dynamodb" })).ToBeVisibleAsync();
        Assert.DoesNotContain(DashboardSample.Secret, await Page.ContentAsync());

        await Page.Keyboard.PressAsync("Escape");
        await Expect(details).ToBeHiddenAsync();
        await Expect(Row("api").GetByRole(AriaRole.Link, new() { Name = "api", Exact = true })).ToBeFocusedAsync();
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task The_answer_of_a_command_is_shown_as_text_and_can_be_copied()
    {
        await Row("get-config").GetByRole(AriaRole.Button, new() { Name = "Commands of get-config" }).PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Menuitem, new() { Name = "Send voice-en-US" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        var answer = Page.GetByRole(AriaRole.Dialog, new() { Name = "Send voice-en-US" });
        await Expect(answer.Locator("pre")).ToHaveTextAsync(new Regex("\"Welcome\": \"<b>Welcome</b>\""));
        await answer.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        Assert.Contains("\"Closure\": \"false\"", await Page.EvaluateAsync<string>("window.copied"));

        await answer.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(answer).ToBeHiddenAsync();
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Start_and_stop_answer_with_a_note()
    {
        await Row("api").GetByRole(AriaRole.Button, new() { Name = "Restart api" }).ClickAsync();
        await Expect(Page.GetByText("api has been restarted.")).ToBeVisibleAsync();

        await Row("api").GetByRole(AriaRole.Button, new() { Name = "Stop api" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("api did not stop within 10 s.");
    }

    [Fact]
    public async Task Console_lines_appear_live_and_never_as_markup()
    {
        Board.Write("api", "kept from before");
        await Row("api").GetByRole(AriaRole.Link, new() { Name = "Console logs of api" }).ClickAsync();
        await Expect(Lines).ToContainTextAsync("kept from before");

        Board.Write("api", "<img src=x onerror=alert(1)>");
        Board.Write("api", "\u001b[31mred\u001b[0m and \u001b]0;title\u0007plain");
        Board.Write("api", "it broke", isError: true);
        await Expect(Lines).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(Lines).ToContainTextAsync("red and plain");
        await Expect(Lines.Locator(".ansi-31")).ToHaveTextAsync("red");
        await Expect(Lines.Locator(".line.error")).ToContainTextAsync("err");
        await Expect(Lines.Locator("img")).ToHaveCountAsync(0);

        await dashboard.Shown.GetByLabel("Filter").FillAsync("broke");
        await Expect(Lines.Locator(".line:visible")).ToHaveCountAsync(1);
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task A_paused_console_holds_new_lines_back_until_it_is_resumed()
    {
        await dashboard.GoToAsync("#/console/api");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        Board.Write("api", "while paused");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Resume (1 new)" }).ClickAsync();
        await Expect(Lines).ToContainTextAsync("while paused");
    }

    [Fact]
    public async Task The_console_keeps_two_thousand_lines_and_follows_the_newest()
    {
        await dashboard.GoToAsync("#/console/api");
        for (var line = 1; line <= 5_000; line++)
            Board.Write("api", $"line {line}");

        await Expect(Lines.GetByText("line 5000", new() { Exact = true })).ToBeInViewportAsync();
        Assert.Equal(2_000, await Lines.Locator(".line").CountAsync());
        await Expect(Page.GetByText("3000 older ones not shown")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_comes_back()
    {
        await dashboard.StopAppHostAsync();
        await Expect(Page.GetByText("The connection to the AppHost is lost.")).ToBeVisibleAsync();

        Board.Change("web", web => web with { State = "Running", Health = "Healthy" });
        await dashboard.StartAppHostAsync();
        await Expect(Page.GetByText("The connection to the AppHost is lost.")).ToBeHiddenAsync(new() { Timeout = 10_000 });
        await Expect(Row("web")).ToContainTextAsync("Running, healthy");
    }

    [Fact]
    public async Task The_chosen_theme_outlives_a_reload()
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use the dark theme" }).ClickAsync();
        await Page.ReloadAsync();
        Assert.Equal("dark", await Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Use the light theme" })).ToBeVisibleAsync();
    }

    private ILocator Row(string name) => dashboard.Row(name);
}
