using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardPageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DashboardBoard board = DashboardSample.WholeSystem();
    private readonly List<string> complaints = [];
    private RunningDashboard dashboard = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(board);
        context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(Address);
        await Expect(Row("api")).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await dashboard.DisposeAsync();
    }

    private string Address => $"http://localhost:{dashboard.Port}/";

    [Fact]
    public async Task The_page_lists_every_resource_with_its_state_in_words()
    {
        await Expect(page).ToHaveTitleAsync("Flow Configs · LocalHosting");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(8);
        await Expect(Row("dynamodb")).ToContainTextAsync("Running, healthy");
        await Expect(Row("api")).ToContainTextAsync("Running, unhealthy");
        await Expect(Row("api")).ToContainTextAsync("connection refused");
        await Expect(Row("web")).ToContainTextAsync("Waiting");
        await Expect(Row("web")).ToContainTextAsync("for api");
        await Expect(Row("seed")).ToContainTextAsync("Finished");
        await Expect(Row("dynamodb").GetByRole(AriaRole.Link, new() { Name = "localhost:8000" })).ToHaveAttributeAsync("href", "http://localhost:8000");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_change_of_state_appears_without_a_reload()
    {
        board.Change("web", web => web with { State = "Running", Health = "Healthy" });
        await Expect(Row("web")).ToContainTextAsync("Running, healthy");

        board.Change("web", web => web with { State = "Exited", Health = null, ExitCode = 3 });
        await Expect(Row("web")).ToContainTextAsync("Exited, exit code 3");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Details_show_the_environment_without_secrets()
    {
        await Row("api").GetByRole(AriaRole.Cell).First.ClickAsync();
        var details = page.GetByRole(AriaRole.Complementary, new() { Name = "api" });

        await Expect(details).ToContainTextAsync("AWS_SECRET_ACCESS_KEY");
        await Expect(details.GetByText("Secret", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(details).ToContainTextAsync("http /health");
        await Expect(details.GetByRole(AriaRole.Link, new() { Name = "dynamodb" })).ToBeVisibleAsync();
        Assert.DoesNotContain(DashboardSample.Secret, await page.ContentAsync());

        await page.Keyboard.PressAsync("Escape");
        await Expect(details).ToBeHiddenAsync();
        await Expect(Row("api").GetByRole(AriaRole.Link, new() { Name = "api", Exact = true })).ToBeFocusedAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_answer_of_a_command_is_shown_as_text_and_can_be_copied()
    {
        await Row("get-config").GetByRole(AriaRole.Button, new() { Name = "Commands of get-config" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Send voice-en-US" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        var answer = page.GetByRole(AriaRole.Dialog, new() { Name = "Send voice-en-US" });
        await Expect(answer.Locator("pre")).ToHaveTextAsync(new Regex("\"Welcome\": \"<b>Welcome</b>\""));
        await answer.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        Assert.Contains("\"Closure\": \"false\"", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await answer.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(answer).ToBeHiddenAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Start_and_stop_answer_with_a_note()
    {
        await Row("api").GetByRole(AriaRole.Button, new() { Name = "Restart api" }).ClickAsync();
        await Expect(page.GetByText("api has been restarted.")).ToBeVisibleAsync();

        await Row("api").GetByRole(AriaRole.Button, new() { Name = "Stop api" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("api did not stop within 10 s.");
    }

    [Fact]
    public async Task Console_lines_appear_live_and_never_as_markup()
    {
        board.Write("api", "kept from before");
        await Row("api").GetByRole(AriaRole.Link, new() { Name = "Console logs of api" }).ClickAsync();
        await Expect(Lines).ToContainTextAsync("kept from before");

        board.Write("api", "<img src=x onerror=alert(1)>");
        board.Write("api", "\u001b[31mred\u001b[0m and \u001b]0;title\u0007plain");
        board.Write("api", "it broke", isError: true);
        await Expect(Lines).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(Lines).ToContainTextAsync("red and plain");
        await Expect(Lines.Locator(".ansi-31")).ToHaveTextAsync("red");
        await Expect(Lines.Locator(".line.error")).ToContainTextAsync("err");
        await Expect(Lines.Locator("img")).ToHaveCountAsync(0);

        await page.GetByLabel("Filter").FillAsync("broke");
        await Expect(Lines.Locator(".line:visible")).ToHaveCountAsync(1);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_paused_console_holds_new_lines_back_until_it_is_resumed()
    {
        await page.GotoAsync($"{Address}#/console/api");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        board.Write("api", "while paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume (1 new)" }).ClickAsync();
        await Expect(Lines).ToContainTextAsync("while paused");
    }

    [Fact]
    public async Task The_console_keeps_two_thousand_lines_and_follows_the_newest()
    {
        await page.GotoAsync($"{Address}#/console/api");
        for (var line = 1; line <= 5_000; line++)
            board.Write("api", $"line {line}");

        await Expect(Lines.GetByText("line 5000", new() { Exact = true })).ToBeInViewportAsync();
        Assert.Equal(2_000, await Lines.Locator(".line").CountAsync());
        await Expect(page.GetByText("3000 older ones not shown")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_comes_back()
    {
        var port = dashboard.Port;
        await dashboard.DisposeAsync();
        await Expect(page.GetByText("The connection to the AppHost is lost.")).ToBeVisibleAsync();

        board.Change("web", web => web with { State = "Running", Health = "Healthy" });
        dashboard = await RunningDashboard.StartAsync(board, port: port);
        await Expect(page.GetByText("The connection to the AppHost is lost.")).ToBeHiddenAsync(new() { Timeout = 10_000 });
        await Expect(Row("web")).ToContainTextAsync("Running, healthy");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440, 900)]
    [InlineData(ColorScheme.Dark, 1440, 900)]
    [InlineData(ColorScheme.Light, 390, 844)]
    [InlineData(ColorScheme.Dark, 390, 844)]
    public async Task No_page_breaks_a_rule_of_accessibility(ColorScheme scheme, int width, int height)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, height);
        foreach (var text in (string[])["\u001b[1minfo:\u001b[0m \u001b[32mready\u001b[39m", "\u001b[33mwarn\u001b[0m \u001b[2mdim\u001b[0m"])
            board.Write("api", text, isError: text.Contains("warn", StringComparison.Ordinal));

        await CheckAsync("resources", "#/resources");
        await CheckAsync("details", "#/resources/api");
        await CheckAsync("console", "#/console/api");
        await page.GotoAsync($"{Address}#/resources");
        await Row("get-config").GetByRole(AriaRole.Button, new() { Name = "Commands of get-config" }).ClickAsync();
        await CheckAsync("menu");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Send voice-en-US" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync("answer");
        Assert.Empty(complaints);

        async Task CheckAsync(string what, string? hash = null)
        {
            if (hash is not null)
                await page.GotoAsync(Address + hash);
            if (what == "console")
                await Expect(Lines).ToContainTextAsync("warn");
            await page.EvaluateAsync("document.fonts.ready");
            if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{what}-{scheme}-{width}.png".ToLowerInvariant()) });
            var result = await page.RunAxe();
            Assert.True(result.Violations.Length == 0, $"{what}: " + string.Join('\n', result.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{what} scrolls sideways");
        }
    }

    [Fact]
    public async Task The_chosen_theme_outlives_a_reload()
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use the dark theme" }).ClickAsync();
        await page.ReloadAsync();
        Assert.Equal("dark", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use the light theme" })).ToBeVisibleAsync();
    }

    private ILocator Row(string name) => page.Locator("tbody tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });

    private ILocator Lines => page.GetByRole(AriaRole.Log);
}
