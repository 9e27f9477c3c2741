using System.Net;
using FlowConfigs.LocalHosting.Dashboard;
using static FlowConfigs.Tests.LocalHosting.DashboardSample;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardWaitTests
{
    private const string Wait = "/api/resources?wait=healthy";

    private static ResourceView Healthy(ResourceView resource) => resource with { State = "Running", Health = "Healthy" };

    [Fact]
    public async Task Waiting_answers_when_the_last_resource_turns_healthy()
    {
        var board = new DashboardBoard(Running("dynamodb"), Waiting("api"), Waiting("web"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        var answer = dashboard.GetAsync(Wait);

        board.Change("api", Healthy);
        board.Change("web", web => Healthy(web) with { Health = "Unhealthy" });
        Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(300, TestContext.Current.CancellationToken)));

        board.Change("web", Healthy);
        Assert.All((await answer).AsArray(), resource => Assert.Equal("Healthy", (string?)resource!["health"]));
    }

    [Fact]
    public async Task A_finished_installer_and_a_parameter_count_as_done()
    {
        var board = new DashboardBoard(
            new ResourceView { Name = "stage", Type = "Parameter", State = "Running" },
            Finished("installer"),
            Running("web"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        Assert.Equal(3, (await dashboard.GetAsync(Wait)).AsArray().Count);
    }

    [Fact]
    public async Task After_the_timeout_the_answer_names_what_is_not_healthy_yet()
    {
        var report = new HealthReportView("http", false, "connection refused", TimeProvider.System.GetUtcNow());
        var api = Running("api") with { Health = "Unhealthy", HealthReports = [report] };
        var board = new DashboardBoard(Running("dynamodb"), Waiting("web"), api);
        await using var dashboard = await RunningDashboard.StartAsync(board);
        var problem = await dashboard.GetAsync(Wait + "&timeout=1", HttpStatusCode.GatewayTimeout);

        Assert.Equal("web is Waiting; api is Running but Unhealthy (http: connection refused).", (string?)problem["detail"]);
        Assert.Equal(["web", "api"], problem["resources"]!.AsArray().Select(name => (string?)name));
    }

    public static TheoryData<string, int?> Failures => new()
    {
        { "FailedToStart", null },
        { "Exited", 1 },
        { "Finished", 3 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_resource_that_has_failed_for_good_ends_the_wait_at_once(string state, int? exitCode)
    {
        var board = new DashboardBoard(Waiting("api"), Waiting("web"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        var answer = dashboard.GetAsync(Wait + "&timeout=600", HttpStatusCode.ServiceUnavailable);
        board.Change("api", api => api with { State = state, ExitCode = exitCode });

        var problem = await answer;
        Assert.Equal(["api"], problem["resources"]!.AsArray().Select(name => (string?)name));
        Assert.StartsWith($"api is {state}", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_wait_ends_when_the_AppHost_stops()
    {
        var board = new DashboardBoard(Waiting("api"));
        await using var dashboard = await RunningDashboard.StartAsync(board);
        var answer = dashboard.GetAsync(Wait, HttpStatusCode.ServiceUnavailable);
        while (board.Watchers == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);

        await dashboard.StopAsync();
        Assert.Equal("The AppHost is stopping", (string?)(await answer)["title"]);
    }

    [Theory]
    [InlineData("wait=healthy&timeout=0", "timeout=0 is not a number of seconds from 1 to 600.")]
    [InlineData("wait=healthy&timeout=601", "timeout=601 is not a number of seconds from 1 to 600.")]
    [InlineData("wait=healthy&timeout=soon", "timeout=soon is not a number of seconds from 1 to 600.")]
    [InlineData("wait=forever", "wait=forever is unknown; the only one is wait=healthy.")]
    public async Task A_wait_that_makes_no_sense_is_refused(string query, string detail)
    {
        await using var dashboard = await RunningDashboard.StartAsync(new DashboardBoard(Waiting("api")));
        Assert.Equal(detail, (string?)(await dashboard.GetAsync($"/api/resources?{query}", HttpStatusCode.BadRequest))["detail"]);
    }
}
