using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FlowConfigs.Tests.AppHost;

/// <summary>However the AppHost ends, no process and no listening port of its remains; one resource's end is not the others'.</summary>
public sealed class TakedownTests
{
    [Nightly("The whole system starts twice.")]
    [Fact]
    public async Task Two_AppHosts_run_at_once_and_neither_Ctrl_C_nor_kill_9_leaves_anything_behind()
    {
        SkipWithoutProc();
        await using var one = AppHostProcess.Start();
        await using var two = AppHostProcess.Start();
        var ofOne = await one.HealthyAsync();
        var ofTwo = await two.HealthyAsync();
        AssertAllRun(ofOne);
        AssertAllRun(ofTwo);
        AssertOnlyThisMachineReaches(ofOne.Keys);

        Processes.Interrupt(one.Id);
        Assert.Equal(0, await one.EndAsync());
        await GoneAsync(one, ofOne);
        using var http = new HttpClient { BaseAddress = two.Api };
        Assert.Equal("Healthy", await http.GetStringAsync("/health", TestContext.Current.CancellationToken));

        Processes.Kill(two.Id);
        await GoneAsync(two, ofTwo);
    }

    [Nightly("The whole system starts once more.")]
    [Fact]
    public async Task A_crash_of_the_api_leaves_the_others_running_and_the_AppHost_says_how_to_start_it_again()
    {
        SkipWithoutProc();
        await using var appHost = AppHostProcess.StartIsolated();
        var processes = await appHost.HealthyAsync();
        await AspireListsAsync(appHost.Id);

        Processes.Kill(processes.Single(process => process.Value.EndsWith("FlowConfigs.Api.dll", StringComparison.Ordinal)).Key);

        await appHost.SaysAsync("api ended with exit code");
        await appHost.SaysAsync("Start it again with aspire resource api start");
        using var http = new HttpClient();
        Assert.Contains("id=\"root\"", await http.GetStringAsync(appHost.Page("web"), TestContext.Current.CancellationToken));
        Processes.Interrupt(appHost.Id);
        Assert.Equal(0, await appHost.EndAsync());
        await Processes.GoneAsync(processes.Keys);
    }

    [Theory]
    [InlineData("java was not found", "node", "npm")]
    [InlineData("node was not found, and version 20 or later is needed", "java", "npm")]
    public async Task A_missing_program_is_named_in_one_line_before_anything_starts(string problem, params string[] programs)
    {
        var path = Directory.CreateTempSubdirectory().FullName;
        foreach (var program in programs)
            File.CreateSymbolicLink(Path.Combine(path, program), Programs.Find(program)!);

        var (exitCode, output) = await AppHostProcess.RunAsync(["--port-offset", "12000"], path);

        AssertRefused(problem, exitCode, output);
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task A_taken_port_is_named_in_one_line_before_anything_starts()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 5180 + 12_100);
        listener.Start();

        var (exitCode, output) = await AppHostProcess.RunAsync(["--port-offset", "12100"]);

        AssertRefused("Port 17280 (api) is taken by another program: stop that program, or start with --port-offset 100", exitCode, output);
    }

    [Fact]
    public async Task A_mistake_on_the_command_line_ends_with_one_line_and_code_1()
    {
        var (exitCode, output) = await AppHostProcess.RunAsync(["--port-offset", "many"]);

        Assert.Equal((1, "--port-offset many is not a whole number: write for example --port-offset 100"), (exitCode, output));
    }

    [Fact]
    public async Task A_publish_that_fails_ends_with_one_line_and_code_1()
    {
        var (exitCode, output) = await AppHostProcess.RunAsync(
            ["--operation", "publish", "--step", "connect", "--contact-center", "/no/such/file.json", "--output-path", Path.GetTempPath()]);

        AssertRefused("/no/such/file.json", exitCode, output);
    }

    [Nightly("Publish builds for a while.")]
    [Fact]
    public async Task A_publish_that_is_interrupted_says_so_and_ends_with_code_1()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var publish = AppHostProcess.Start("--operation", "publish", "--step", "templates", "--output-path", folder);
        await publish.SaysAsync("Writing templates to");
        Processes.Interrupt(publish.Id);
        Assert.Equal(1, await publish.EndAsync());
        Assert.Contains("The step templates was interrupted before its end. Run it again.", publish.Lines);
        Assert.False(Directory.Exists(Path.Combine(folder, "templates")));
    }

    // "aspire ps" leaves out an AppHost that does not answer at once, as on a machine that compiles beside it.
    private static async Task AspireListsAsync(int appHost)
    {
        var since = Stopwatch.StartNew();
        for (var listed = ""; !listed.Contains($"\"appHostPid\": {appHost}", StringComparison.OrdinalIgnoreCase);)
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(2), $"aspire ps lists no AppHost {appHost}: {listed}");
            listed = await AspireAsync("ps", "--format", "json");
        }
    }

    /// <summary>Runs the Aspire CLI of .config/dotnet-tools.json.</summary>
    private static async Task<string> AspireAsync(params string[] args)
    {
        var stop = TestContext.Current.CancellationToken;
        var (restored, problem) = await Programs.RunAsync(new("dotnet", ["tool", "restore", "--disable-parallel"], Repository.Root), stop);
        Assert.True(restored == 0, problem);
        var (exitCode, output) = await Programs.RunAsync(new("dotnet", ["aspire", .. args], Repository.Root), stop);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private static void AssertRefused(string problem, int exitCode, string output)
    {
        Assert.Equal(1, exitCode);
        Assert.Single(output.Split('\n'), line => line.Contains(problem, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Everything is healthy", output, StringComparison.Ordinal);
    }

    private static void SkipWithoutProc() =>
        Assert.SkipUnless(Directory.Exists("/proc/self"), "This test reads /proc to find processes, which this system does not have");

    private static void AssertAllRun(IReadOnlyDictionary<int, string> processes)
    {
        string[] parts =
        [
            "FlowConfigs.Api.dll", "FlowConfigs.ConnectHandler.dll", "FlowConfigs.LambdaEmulator.dll", "DynamoDBLocal.jar", "vite",
            "identity-provider/main.mjs", "cognito/main.mjs", "verified-permissions/main.mjs", "Aspire.Dashboard",
        ];
        foreach (var part in parts)
            Assert.Contains(processes.Values, commandLine => commandLine.Contains(part, StringComparison.Ordinal));
    }

    private static void AssertOnlyThisMachineReaches(IEnumerable<int> processIds)
    {
        var listening = ListeningSockets.Of(processIds);
        Assert.NotEmpty(listening);
        Assert.All(listening, address => Assert.True(IPAddress.IsLoopback(address.Address), $"{address} is open to the network"));
    }

    private static async Task GoneAsync(AppHostProcess appHost, IReadOnlyDictionary<int, string> processes)
    {
        await Processes.GoneAsync(processes.Keys);
        await Processes.FreeAsync(appHost.OwnPorts);
    }
}
