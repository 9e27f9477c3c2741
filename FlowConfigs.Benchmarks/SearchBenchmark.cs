using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FlowConfigs.Benchmarks;

/// <summary>The web app's list with 5,000 configs, which only the browser has: how long a key stroke keeps it from the next.</summary>
internal static class SearchBenchmark
{
    private const int Offices = 5000;
    private const int Rounds = 5;
    private const int Slowdown = 4;
    private const int PortOffset = 7100;
    private const double LongestStroke = 50;

    // What React does within the event of a key stroke; what it puts off may be interrupted by the next one.
    private const string Measure = """
        window.strokes = [];
        const search = document.querySelector('input[type=search]');
        search.addEventListener('input', () => window.begun = performance.now(), { capture: true });
        window.addEventListener('input', () => queueMicrotask(() => window.strokes.push(performance.now() - window.begun)));
        """;

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        await using var system = await LocalSystem.StartAsync(PortOffset, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LocalSystem.LaunchAsync(playwright);
        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            report.Progress($"search {round + 1} of {Rounds}");
            rounds.Add(await SearchAsync(browser, new(system.Web, "/configs")));
        }

        var of = $"{Offices:N0} configs, {Slowdown} times slower";
        report.Add("a key stroke, median", of, rounds.Select(strokes => strokes.Percentile(50)), "ms");
        var longest = report.Add("a key stroke, longest", of, rounds.Select(strokes => strokes.Max()), "ms");
        report.Compare($"longest key stroke / {LongestStroke} ms", longest.Median / LongestStroke, 1);
    }

    private static async Task<double[]> SearchAsync(IBrowser browser, Uri web)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync(
            "**/api/configs?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Many() }));
        await page.GotoAsync(web.ToString());
        await page.GetByText($"{Offices:N0} configs", new() { Exact = true }).WaitForAsync();
        await page.EvaluateAsync(Measure);
        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        await page.Locator("input[type=search]").PressSequentiallyAsync("office-4321", new() { Delay = 100 });
        await page.GetByText("region-43/office-4321").WaitForAsync();
        return await page.EvaluateAsync<double[]>("window.strokes");
    }

    private static string Many() => new JsonObject
    {
        ["items"] = new JsonArray([.. Enumerable.Range(0, Offices).Select(i => new JsonObject
        {
            ["id"] = $"region-{i / 100}/office-{i}",
            ["version"] = 1,
            ["description"] = $"Office {i}",
            ["variables"] = new JsonArray(),
            ["prompts"] = new JsonArray(),
            ["promptKeys"] = new JsonArray(),
            ["overrides"] = new JsonArray("OfficeName"),
            ["savedBy"] = "ada@example.com",
            ["savedAt"] = "2026-01-01T00:00:00Z",
        })]),
        ["next"] = null,
    }.ToJsonString();
}
