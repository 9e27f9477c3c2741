using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Running;
using FlowConfigs.LocalHosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class RunTests
{
    private readonly DistributedApplicationBuilder builder = SmallSystem.New();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resource_is_healthy_when_it_answers_and_is_gone_after_disposal()
    {
        builder.AddServer("server");
        int process;
        Uri url;
        await using (var app = await builder.StartAsync())
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
            using var client = app.CreateHttpClient("server");
            Assert.Equal("hello", await client.GetStringAsync("/", Stop));
            process = View(app, "server").ProcessId!.Value;
            url = app.GetEndpoint("server");
        }

        await Processes.GoneAsync(process);
        await Processes.FreeAsync(url.Port);
    }

    [Fact]
    public async Task Two_systems_with_the_same_fixed_port_run_side_by_side_in_tests()
    {
        var other = SmallSystem.New();
        builder.AddServer("server").WithEndpoint("http", http => http.Port = 18888);
        other.AddServer("server").WithEndpoint("http", http => http.Port = 18888);

        await using var one = await builder.StartAsync();
        await using var two = await other.StartAsync();

        await one.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
        await two.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
        Assert.NotEqual(one.GetEndpoint("server").Port, two.GetEndpoint("server").Port);
    }

    [Fact]
    public async Task Waiting_resource_starts_after_the_ready_callbacks()
    {
        var ready = new TaskCompletionSource();
        var server = builder.AddServer("server").OnResourceReady((_, _, _) => ready.Task);
        builder.AddShell("client", "sleep 300").WaitFor(server);
        await using var app = await builder.StartAsync();
        await Board(app).WaitAsync("server", view => view.HealthReports.Any(report => report.Healthy), Stop);

        Assert.Equal("Waiting", View(app, "client").State);
        Assert.Equal("Unhealthy", View(app, "server").Health);
        ready.SetResult();

        await app.ResourceNotifications.WaitForResourceHealthyAsync("client", Stop);
        Assert.Equal("Healthy", View(app, "server").Health);
    }

    [Fact]
    public async Task Ready_callback_that_fails_fails_the_system()
    {
        builder.AddServer("server").OnResourceReady((_, _, _) => throw new InvalidOperationException("the seed is bad"));
        await using var app = await builder.StartAsync();

        var failure = await FailureAsync(app, "server");

        Assert.Contains("server", failure, StringComparison.Ordinal);
        Assert.Contains("the seed is bad", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_completion_needs_the_exit_code_asked_for()
    {
        var migration = builder.AddShell("migration", "exit 3");
        builder.AddShell("server", "sleep 300").WaitForCompletion(migration, exitCode: 3);
        await using var app = await builder.StartAsync();

        await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);

        Assert.Equal(3, View(app, "migration").ExitCode);
    }

    [Fact]
    public async Task Crash_says_which_resource_with_which_code_and_its_last_lines()
    {
        builder.AddShell("other", "sleep 300");
        builder.AddShell("broken", "echo first; echo the reason >&2; exit 4");
        await using var app = await builder.StartAsync();

        var failure = await FailureAsync(app, "broken");

        Assert.StartsWith("broken ended with exit code 4", failure, StringComparison.Ordinal);
        Assert.Contains("the reason", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_that_cannot_run_is_a_failure()
    {
        builder.AddProject<EndsAtOnce>("server");
        await using var app = await builder.StartAsync();

        Assert.StartsWith("server ended with exit code", await FailureAsync(app, "server"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_ends_well_is_finished()
    {
        builder.AddShell("job", "exit 0");
        await using var app = await builder.StartAsync();

        await app.ResourceNotifications.WaitForResourceAsync("job", "Finished", Stop);

        Assert.Equal(0, View(app, "job").ExitCode);
    }

    [Fact]
    public async Task Resource_stops_starts_and_restarts_on_command()
    {
        builder.AddServer("server");
        await using var app = await builder.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
        var first = View(app, "server").ProcessId!.Value;
        Assert.Equal(["stop", "restart"], Enabled(app));

        await app.ResourceCommands.ExecuteCommandAsync("server", "stop", Stop);
        await Processes.GoneAsync(first);
        Assert.Equal("Exited", View(app, "server").State);
        Assert.Equal(["start"], Enabled(app));

        await app.ResourceCommands.ExecuteCommandAsync("server", "start", Stop);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
        var second = View(app, "server").ProcessId;

        await app.ResourceCommands.ExecuteCommandAsync("server", "restart", Stop);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);
        Assert.NotEqual(second, View(app, "server").ProcessId);

        static IEnumerable<string> Enabled(DistributedApplication app) =>
            View(app, "server").Commands.Where(command => command.Enabled).Select(command => command.Name);
    }

    [Fact]
    public async Task Command_of_ones_own_answers_and_is_refused_while_the_resource_is_stopped()
    {
        builder.AddShell("server", "sleep 300").WithCommand(
            "greet", "Greet", context => Task.FromResult(CommandResults.Success("done", $"hello {context.ResourceName}")));
        await using var app = await builder.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Stop);

        var answer = await app.ResourceCommands.ExecuteCommandAsync("server", "greet", Stop);
        await app.ResourceCommands.ExecuteCommandAsync("server", "stop", Stop);
        var refusal = await app.ResourceCommands.ExecuteCommandAsync("server", "greet", Stop);

        Assert.True(answer.Success);
        Assert.Equal("hello server", answer.Data?.Value);
        Assert.False(refusal.Success);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => app.ResourceCommands.ExecuteCommandAsync("server", "dance", Stop));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => app.ResourceCommands.ExecuteCommandAsync("nobody", "stop", Stop));
    }

    [Fact]
    public async Task Logger_of_a_resource_writes_into_its_console()
    {
        builder.AddShell("server", "sleep 300");
        await using var app = await builder.StartAsync();

        app.Services.GetRequiredService<ResourceLoggerService>().GetLogger("server").LogInformation("from the AppHost");

        await foreach (var line in Board(app).ConsoleAsync("server", Stop))
        {
            Assert.Equal("from the AppHost", line.Text);
            break;
        }
    }

    private static ResourceBoard Board(DistributedApplication app) => app.Services.GetRequiredService<SystemRun>().Board;

    private static ResourceView View(DistributedApplication app, string name) => Board(app).Find(name).View;

    private static async Task<string> FailureAsync(DistributedApplication app, string resource) =>
        (await Assert.ThrowsAsync<DistributedApplicationException>(() =>
            app.ResourceNotifications.WaitForResourceAsync(resource, "Never", Stop))).Message;

    // A project whose program is a library: dotnet refuses to run it.
    private sealed class EndsAtOnce : IProjectMetadata
    {
        public string ProjectPath => Repository.Path("FlowConfigs.Core/FlowConfigs.Core.csproj");

        public string TargetPath => typeof(FlowConfigs.Core.Configs.Config).Assembly.Location;
    }
}
