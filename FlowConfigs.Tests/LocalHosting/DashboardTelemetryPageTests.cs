using System.Text.RegularExpressions;
using FlowConfigs.LocalHosting.Telemetry;
using FlowConfigs.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardTelemetryPageTests(Chromium chromium) : IAsyncLifetime
{
    private OpenDashboard dashboard = null!;

    private IPage Page => dashboard.Page;

    private ILocator LogRows => Page.Locator("#logs-rows tr");

    private ILocator TraceRows => Page.Locator("#traces-rows tr");

    private ILocator Choice(string name) => dashboard.Shown.GetByRole(AriaRole.Combobox, new() { Name = name, Exact = true });

    private ILocator Item => Page.Locator("#item");

    public async ValueTask InitializeAsync() => dashboard = await OpenDashboard.InAsync(chromium);

    public ValueTask DisposeAsync() => dashboard.DisposeAsync();

    [Fact]
    public async Task Pages_say_that_nothing_has_come_in_and_show_what_comes()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Traces" }).ClickAsync();
        await Expect(Page.GetByText("No trace has come in yet.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Metrics" }).ClickAsync();
        await Expect(Page.GetByText("Nothing has been measured yet.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Structured logs" }).ClickAsync();
        await Expect(Page.GetByText("No structured log line has come in yet.")).ToBeVisibleAsync();

        dashboard.Telemetry.Add([TelemetrySample.Line("the first one")]);
        await Expect(LogRows).ToHaveCountAsync(1);
        await Expect(LogRows.First).ToContainTextAsync("the first one");
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Lines_are_found_by_level_and_text_and_are_never_markup()
    {
        TelemetrySample.Fill(dashboard.Telemetry);
        await dashboard.GoToAsync("#/logs");
        await Expect(LogRows).ToHaveCountAsync(25);
        await Expect(LogRows.First).ToContainTextAsync("The table did not answer within 2 s"); // the newest on top
        await Expect(Page.GetByText("<img src=x onerror=alert(1)>")).ToBeVisibleAsync();
        await Expect(Page.Locator("#logs img")).ToHaveCountAsync(0);

        await Choice("Level").SelectOptionAsync("Warning and above");
        await Expect(LogRows).ToHaveCountAsync(2);
        await dashboard.Shown.GetByLabel("Filter").FillAsync("812 ms");
        await Expect(LogRows).ToHaveCountAsync(1);
        await Expect(Page.Locator("#logs-count")).ToHaveTextAsync("1 of 25 lines");

        await Page.ReloadAsync(); // the address keeps the filters
        await Expect(LogRows).ToHaveCountAsync(1);
        await dashboard.Shown.GetByLabel("Filter").FillAsync("nothing like it");
        await Expect(Page.GetByText("No line matches.")).ToBeVisibleAsync();
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task From_a_line_the_keyboard_leads_to_its_span_and_on_to_the_lines_of_the_trace()
    {
        TelemetrySample.Fill(dashboard.Telemetry);
        await dashboard.GoToAsync("#/logs?text=austin has been");
        await LogRows.GetByRole(AriaRole.Link, new() { Name = "field-office/austin has been saved" }).PressAsync("Enter");
        await Expect(Item.GetByRole(AriaRole.Heading, new() { Name = "Log line" })).ToBeFocusedAsync();
        await Expect(Item).ToContainTextAsync("FlowConfigs.Api.Endpoints");
        await Expect(Item).ToContainTextAsync("ConfigId");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Item).ToBeHiddenAsync();
        await Expect(LogRows.Locator("[data-opens]").First).ToBeFocusedAsync();

        await Page.Keyboard.PressAsync("Enter");
        await Item.GetByRole(AriaRole.Link, new() { Name = "Open the trace at this line" }).PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "web: Save a config" })).ToBeVisibleAsync();
        await Expect(Item.GetByRole(AriaRole.Heading, new() { Name = "Save a config" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");

        var first = Page.Locator(".spans a").First;
        await Expect(first).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Item).ToContainTextAsync("http.route");
        await Page.Keyboard.PressAsync("Escape");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open 1 line in Structured logs" }).PressAsync("Enter");
        await Expect(Page.GetByText("Only lines of the trace 4bf92f35")).ToBeVisibleAsync();
        await Expect(LogRows).ToHaveCountAsync(1);
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Traces_are_listed_by_time_by_errors_and_by_duration()
    {
        TelemetrySample.Fill(dashboard.Telemetry);
        await dashboard.GoToAsync("#/traces");
        await Expect(TraceRows).ToHaveCountAsync(32);
        await Expect(Page.Locator("#traces-count")).ToHaveTextAsync("32 traces with 39 spans");
        await Expect(TraceRows.First).ToContainTextAsync("2.04 s");

        await Choice("Resource").SelectOptionAsync("get-config");
        await Expect(TraceRows).ToHaveCountAsync(30);
        await Choice("Resource").SelectOptionAsync("All");
        await Choice("Order").SelectOptionAsync("Slowest first");
        await Expect(TraceRows.Nth(1)).ToContainTextAsync("web: Save a config");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Errors only" }).ClickAsync();
        await Expect(TraceRows).ToHaveCountAsync(1);
        await Expect(TraceRows.First).ToContainTextAsync("2 errors");

        await TraceRows.First.GetByRole(AriaRole.Link).ClickAsync();
        var spans = Page.Locator(".spans a");
        await Expect(spans).ToHaveCountAsync(2);
        await Expect(spans.Nth(1)).ToHaveAttributeAsync("title", "api, DynamoDB.Query, 2 s, after 3 ms, error");
        await Expect(Page.Locator(".trace-lines li")).ToHaveCountAsync(2);
        await spans.Nth(1).ClickAsync();
        await Expect(Item).ToContainTextAsync("A task was canceled.");
        await Expect(Item).ToContainTextAsync("exception.message");
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Spans_that_come_late_take_their_place_and_a_trace_that_is_gone_says_so()
    {
        await dashboard.GoToAsync($"#/traces/{TelemetrySample.SaveTrace}");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "No such trace" })).ToBeVisibleAsync();
        TelemetrySample.Fill(dashboard.Telemetry);
        await Expect(Page.Locator(".spans a")).ToHaveCountAsync(7);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "web: Save a config" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("No such trace")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_paused_page_stands_still_and_a_cleared_one_is_empty()
    {
        dashboard.Telemetry.Add([TelemetrySample.Line("before")]);
        await dashboard.GoToAsync("#/logs");
        await Expect(LogRows).ToHaveCountAsync(1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        dashboard.Telemetry.Add([TelemetrySample.Line("meanwhile")]);
        var resume = Page.GetByRole(AriaRole.Button, new() { Name = "Resume (there is more)" });
        await Expect(resume).ToBeVisibleAsync();
        await Expect(LogRows).ToHaveCountAsync(1);
        await resume.ClickAsync();
        await Expect(LogRows).ToHaveCountAsync(2);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(LogRows).ToHaveCountAsync(0);
        Assert.Equal(0, dashboard.Telemetry.Logs.Find(new(null, LogSeverity.Trace, null, null, 1)).Kept);
    }

    [Fact]
    public async Task An_instrument_is_drawn_as_a_whole_and_by_attribute()
    {
        TelemetrySample.Fill(dashboard.Telemetry);
        await dashboard.GoToAsync("#/metrics");
        await Page.GetByRole(AriaRole.Link, new() { Name = "requests", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("Counter, requests per second")).ToBeVisibleAsync();
        await Expect(Page.Locator(".chart path")).ToHaveCountAsync(1);

        await Choice("A line for each").SelectOptionAsync("http.request.method");
        await Expect(Page.Locator(".chart path")).ToHaveCountAsync(2);
        await Expect(Page.Locator(".values tbody tr").First).ToContainTextAsync("GET");
        await Choice("http.request.method").SelectOptionAsync("PUT");
        await Expect(Page.Locator(".chart path")).ToHaveCountAsync(1);
        await Expect(Page.Locator(".values tbody tr")).ToContainTextAsync([new Regex("PUT.*0\\.5")]);

        await Page.GetByRole(AriaRole.Link, new() { Name = "http.server.request.duration" }).ClickAsync();
        await Expect(Page.Locator(".values tbody tr")).ToContainTextAsync(["p50", "p99"]);
        await dashboard.Shown.GetByLabel("Filter").FillAsync("working");
        await Page.GetByRole(AriaRole.Link, new() { Name = "dotnet.process.memory.working_set" }).ClickAsync();
        await Expect(Page.Locator(".values tbody tr")).ToContainTextAsync(["MiB"]);
        Assert.Empty(dashboard.Complaints);
    }

    [Fact]
    public async Task Whoever_lost_the_sign_in_is_led_to_the_token()
    {
        await Page.Context.ClearCookiesAsync();
        await Page.ReloadAsync();
        await Page.GetByLabel("Token").FillAsync("guessed");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("That is not the token of this run.")).ToBeVisibleAsync();
        await Page.GetByLabel("Token").FillAsync($"http://localhost/login?t={RunningDashboard.Token}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(dashboard.Row("api")).ToBeVisibleAsync();
    }
}
