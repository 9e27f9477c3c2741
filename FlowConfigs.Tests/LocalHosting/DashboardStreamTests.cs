using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting.Dashboard;
using static FlowConfigs.Tests.LocalHosting.DashboardSample;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardStreamTests
{
    private const string ApiConsole = "/api/resources/api/console/stream";

    [Fact]
    public async Task A_change_reaches_an_open_stream()
    {
        var board = new DashboardBoard(Waiting("api"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var stream = await EventReader.OpenAsync(dashboard, "/api/resources/stream");
        Assert.Equal("Waiting", (string?)(await stream.NextAsync("resources"))[0]!["state"]);

        board.Change("api", api => api with { State = "Starting" });
        JsonNode? state;
        do
        {
            state = (await stream.NextAsync("resources"))[0]!["state"];
        }
        while ((string?)state == "Waiting");

        Assert.Equal("Starting", (string?)state);
    }

    [Fact]
    public async Task Console_lines_come_first_as_kept_and_then_live()
    {
        var board = new DashboardBoard(Running("api"), Running("web"));
        board.Write("api", "kept");
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var stream = await EventReader.OpenAsync(dashboard, ApiConsole);
        Assert.False((bool)(await stream.NextAsync("opened"))["resumed"]!);
        Assert.Equal(["kept"], await TextsAsync(stream));

        board.Write("web", "of another");
        board.Write("api", "live <&> \"é\"", isError: true);
        var line = (await stream.NextAsync("lines"))["lines"]!.AsArray().Single()!;
        Assert.Equal("live <&> \"é\"", (string?)line["text"]);
        Assert.True((bool)line["isError"]!);
    }

    [Fact]
    public async Task A_stream_that_comes_back_gets_only_what_it_has_not_seen()
    {
        var board = new DashboardBoard(Running("api"));
        board.Write("api", "one");
        await using var dashboard = await RunningDashboard.StartAsync(board);
        string? seen;
        using (var first = await EventReader.OpenAsync(dashboard, ApiConsole))
        {
            await first.NextAsync("opened");
            await TextsAsync(first);
            seen = first.LastId;
        }

        board.Write("api", "two");
        using var second = await EventReader.OpenAsync(dashboard, $"{ApiConsole}?after={seen}");
        Assert.True((bool)(await second.NextAsync("opened"))["resumed"]!);
        Assert.Equal(["two"], await TextsAsync(second));
    }

    [Fact]
    public async Task Line_numbers_of_an_earlier_AppHost_mean_nothing_to_the_next()
    {
        var board = new DashboardBoard(Running("api"));
        board.Write("api", "one");
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var stream = await EventReader.OpenAsync(dashboard, $"{ApiConsole}?after=earlier.500");
        Assert.False((bool)(await stream.NextAsync("opened"))["resumed"]!);
        Assert.Equal(["one"], await TextsAsync(stream));
    }

    [Fact]
    public async Task A_slow_reader_skips_lines_and_holds_nobody_up()
    {
        const int Written = 20_000;
        var board = new DashboardBoard(Running("api"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var slow = await EventReader.OpenAsync(dashboard, ApiConsole);
        using var quick = await EventReader.OpenAsync(dashboard, ApiConsole);
        await quick.NextAsync("opened");

        var filler = new string('x', 2_000);
        for (var line = 1; line <= Written; line++)
            board.Write("api", $"{line} {filler}");
        var quickLines = await CountUntilAsync(quick, Written);
        var slowLines = await CountUntilAsync(slow, Written, "opened");

        Assert.Equal(Written, quickLines.Received + quickLines.Skipped);
        Assert.Equal(Written, slowLines.Received + slowLines.Skipped);
        // What the slow one was sent fits into the sockets' buffers and the lines kept for it: 40 MB were written.
        Assert.InRange(slowLines.Received, ConsoleEndpoints.LinesKeptForClient, Written / 2);
    }

    [Fact]
    public async Task A_client_that_leaves_is_forgotten()
    {
        var board = new DashboardBoard(Running("api"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using (var resources = await EventReader.OpenAsync(dashboard, "/api/resources/stream"))
        using (var console = await EventReader.OpenAsync(dashboard, ApiConsole))
        {
            await resources.NextAsync("resources");
            await console.NextAsync("opened");
            while (board.Watchers < 2)
                await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (board.Watchers > 0)
            await Task.Delay(10, patience.Token);
    }

    [Fact]
    public async Task Open_streams_end_when_the_dashboard_stops()
    {
        var board = new DashboardBoard(Running("api"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var console = await EventReader.OpenAsync(dashboard, ApiConsole);
        await console.NextAsync("opened");

        await dashboard.StopAsync();
        Assert.True(await console.HasEndedAsync());
        Assert.Equal(0, board.Watchers);
    }

    private static async Task<string[]> TextsAsync(EventReader stream) =>
        [.. (await stream.NextAsync("lines"))["lines"]!.AsArray().Select(line => (string)line!["text"]!)];

    private static async Task<(int Received, int Skipped)> CountUntilAsync(EventReader stream, int last, string? first = null)
    {
        if (first is not null)
            await stream.NextAsync(first);
        var (received, skipped) = (0, 0);
        while (true)
        {
            var batch = await stream.NextAsync("lines");
            received += batch["lines"]!.AsArray().Count;
            skipped += (int)batch["skipped"]!;
            if ((long)batch["lines"]!.AsArray()[^1]!["number"]! == last)
                return (received, skipped);
        }
    }
}
