using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FlowConfigs.Benchmarks;

/// <summary>What a visit loads and how long it takes: the emergency page on a slow phone, and the list of many configs at a desk.</summary>
internal static class PagesBenchmark
{
    private const int Configs = 3000;
    private const int ConfigsAtOnce = 500;
    private const int Rounds = 5;
    private const int PortOffset = 7200;
    private const double BytesInKilobyte = 1000;
    private const float BetweenKeys = 400;

    private static readonly Subject Emergency = new(
        "emergency on a slow phone", "/emergency", "a[href*='/emergency/']",
        new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true }, IsSlow: true);

    private static readonly Subject List = new(
        $"{Configs:N0} configs at a desk", "/configs", "a[href*='/configs/']",
        new() { ViewportSize = new() { Width = 1440, Height = 900 } }, IsSlow: false);

    private sealed record Subject(string Name, string Path, string Ready, BrowserNewContextOptions Options, bool IsSlow);

    private sealed record Visit(double Seconds, double KilobytesOfApp, double KilobytesOfData, double Requests);

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        await using var system = await LocalSystem.StartAsync(PortOffset, cancellationToken);
        report.Progress($"writing {Configs:N0} configs");
        await WriteConfigsAsync(system.Web, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LocalSystem.LaunchAsync(playwright);

        var (first, second) = await MeasureAsync(report, browser, system.Web, Emergency);
        report.Compare("emergency, first visit / 3.0 s", first.Seconds / 3.0, 1);
        report.Compare("emergency, second visit / 1.0 s", second.Seconds / 1.0, 1);
        report.Compare("emergency, first visit / 260 kB", (first.KilobytesOfApp + first.KilobytesOfData) / 260, 1);
        report.Compare("emergency, first visit / 12 requests", first.Requests / 12, 1);
        (first, second) = await MeasureAsync(report, browser, system.Web, List);
        report.Compare("list, first rows / 1.5 s", first.Seconds / 1.5, 1);
        // Without the data: only API Gateway compresses them.
        report.Compare("list, first visit, files of the app / 600 kB", first.KilobytesOfApp / 600, 1);
        report.Compare("list, second visit, files of the app / 40 kB", second.KilobytesOfApp / 40, 1);
        var strokes = new List<double>();
        for (var round = 0; round < Rounds; round++)
            strokes.Add(await LongestKeyStrokeAsync(browser, system.Web));
        var longest = report.Add("longest key stroke in the filter, processor 4 times slower", List.Name, strokes, "ms").Median;
        report.Compare("list, longest key stroke / 50 ms", longest / 50, 1);
    }

    private static async Task<(Visit First, Visit Second)> MeasureAsync(Report report, IBrowser browser, Uri web, Subject subject)
    {
        var visits = new List<(Visit First, Visit Second)>();
        for (var round = 0; round < Rounds; round++)
        {
            report.Progress($"{subject.Name}, {round + 1} of {Rounds}");
            await using var context = await browser.NewContextAsync(subject.Options);
            visits.Add((await VisitAsync(context, web, subject), await VisitAsync(context, web, subject)));
        }

        return (Add(visits.Select(visit => visit.First), "first"), Add(visits.Select(visit => visit.Second), "second"));

        Visit Add(IEnumerable<Visit> some, string which)
        {
            var of = $"{subject.Name}, {which} visit";
            return new(
                report.Add("until it can be used", of, some.Select(visit => visit.Seconds), "s").Median,
                report.Add("files of the app", of, some.Select(visit => visit.KilobytesOfApp), "kB").Median,
                report.Add("data", of, some.Select(visit => visit.KilobytesOfData), "kB").Median,
                report.Add("requests", of, some.Select(visit => visit.Requests), "").Median);
        }
    }

    private static async Task<Visit> VisitAsync(IBrowserContext context, Uri web, Subject subject)
    {
        var page = await context.NewPageAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        if (subject.IsSlow)
        {
            await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            await devTools.SendAsync("Network.emulateNetworkConditions", new()
            {
                ["offline"] = false,
                ["latency"] = 150,
                ["downloadThroughput"] = 1.6e6 / 8,
                ["uploadThroughput"] = 0.75e6 / 8,
            });
        }

        double app = 0, data = 0, requests = 0;
        var ofData = new HashSet<string>();
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            requests++;
            if (sent!.Value.GetProperty("request").GetProperty("url").GetString()!.Contains("/api/", StringComparison.Ordinal))
                ofData.Add(sent.Value.GetProperty("requestId").GetString()!);
        };
        devTools.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
        {
            var bytes = loaded!.Value.GetProperty("encodedDataLength").GetDouble();
            if (ofData.Contains(loaded.Value.GetProperty("requestId").GetString()!))
                data += bytes;
            else
                app += bytes;
        };
        var start = Stopwatch.GetTimestamp();
        await page.GotoAsync(new Uri(web, subject.Path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(subject.Ready).First.WaitForAsync();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var visit = new Visit(seconds, app / BytesInKilobyte, data / BytesInKilobyte, requests);
        // For the second visit.
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await page.CloseAsync();
        return visit;
    }

    /// <summary>How long the page works on the slowest of some keys, in milliseconds. https://www.w3.org/TR/event-timing/</summary>
    private static async Task<double> LongestKeyStrokeAsync(IBrowser browser, Uri web)
    {
        await using var context = await browser.NewContextAsync(List.Options);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(web, List.Path).ToString());
        await page.Locator(List.Ready).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var filter = page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^Find by") });
        await filter.ClickAsync();
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.EvaluateAsync("""
            window.longest = 0;
            new PerformanceObserver((list) => list.getEntries().forEach(({ processingStart, processingEnd }) => {
              window.longest = Math.max(window.longest, processingEnd - processingStart);
            })).observe({ type: 'event', durationThreshold: 16 });
            """);
        await filter.PressSequentiallyAsync("office 12", new() { Delay = BetweenKeys });
        await page.WaitForTimeoutAsync(BetweenKeys);
        return await page.EvaluateAsync<double>("window.longest");
    }

    private static async Task WriteConfigsAsync(Uri web, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = web };
        foreach (var numbers in Enumerable.Range(0, Configs).Chunk(ConfigsAtOnce))
        {
            var file = new JsonObject { ["format"] = "flow-configs/1", ["configs"] = new JsonArray([.. numbers.Select(Config)]) };
            using var body = new StringContent(file.ToJsonString(), Encoding.UTF8, "application/json");
            using var imported = await http.PostAsync(new Uri("/api/import?dryRun=false", UriKind.Relative), body, cancellationToken);
            var report = JsonNode.Parse(await imported.Content.ReadAsStringAsync(cancellationToken))!;
            if ((int?)report["counts"]?["created"] != numbers.Length)
                throw new InvalidOperationException($"Not every config was written: {report}");
        }
    }

    private static JsonNode Config(int number) => new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"region-{number / 100}/office-{number:0000}"),
        ["description"] = "An office of the region",
        ["defaultLanguage"] = "en-US",
        ["variables"] = new JsonArray(
            new JsonObject { ["name"] = "Closure", ["kind"] = "boolean", ["value"] = "false" },
            new JsonObject { ["name"] = "OfficeName", ["kind"] = "text", ["value"] = $"Springfield {number}" }),
        ["prompts"] = new JsonArray(new JsonObject
        {
            ["name"] = "Closure",
            ["key"] = "ClosurePrompt",
            ["texts"] = new JsonObject { ["en-US"] = new JsonObject { ["voice"] = "We are closed.", ["chat"] = "We are closed." } },
        }),
    };
}
