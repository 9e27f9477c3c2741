using FlowConfigs.LocalHosting.Running;
using FlowConfigs.Tests.LocalHosting;

namespace FlowConfigs.Tests.AppHost;

/// <summary>However the AppHost ends, it leaves no process and no listening port behind.</summary>
public sealed class TakedownTests
{
    [Fact]
    public async Task Two_AppHosts_run_at_once_and_neither_Ctrl_C_nor_kill_9_leaves_anything_behind()
    {
        SkipWithoutProc();
        await using var one = AppHostProcess.Start();
        await using var two = AppHostProcess.Start();
        var ofOne = await one.HealthyAsync();
        var ofTwo = await two.HealthyAsync();
        AssertAllThere(ofOne);

        Processes.Interrupt(one.Id);
        var (exitCode, output, errors) = await one.EndAsync();

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("Hosting: FlowConfigs.LocalHosting", output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("Everything is stopped", output, StringComparison.Ordinal);
        await GoneAsync(one, ofOne);
        await two.HealthyAsync(); // Ctrl+C there is nothing to this one

        Processes.Kill(two.Id);

        await GoneAsync(two, ofTwo);
    }

    [Fact]
    public async Task Crash_of_the_api_ends_everything_and_says_so()
    {
        SkipWithoutProc();
        await using var appHost = AppHostProcess.Start();
        var processes = await appHost.HealthyAsync();

        Processes.Kill(await appHost.ProcessOfAsync("api"));
        var (exitCode, _, errors) = await appHost.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("api ended with exit code 137", errors, StringComparison.Ordinal);
        await GoneAsync(appHost, processes);
    }

    [Fact]
    public async Task Death_of_the_AppHosts_parent_ends_everything()
    {
        SkipWithoutProc();
        await using var parent = AppHostProcess.StartUnderParent();
        var processes = await parent.HealthyAsync();
        AssertAllThere(processes);

        Processes.Kill(parent.Id);

        await GoneAsync(parent, processes);
    }

    [Theory]
    [InlineData("java was not found", "bash", "node", "npm")]
    [InlineData("node was not found, and version 20 or later is needed", "bash", "java", "npm")]
    public async Task Missing_programs_are_told_before_anything_is_started(string problem, params string[] programs)
    {
        var path = Directory.CreateTempSubdirectory().FullName;
        foreach (var program in programs)
            File.CreateSymbolicLink(Path.Combine(path, program), Programs.Find(program, "/")!);

        var (exitCode, output, errors) = await AppHostProcess.RunAsync(["--port-offset", "12000"], path);

        Assert.Equal(1, exitCode);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Dashboard", output, StringComparison.Ordinal);
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task Mistake_on_the_command_line_ends_with_one_line_and_code_1()
    {
        var (exitCode, output, errors) = await AppHostProcess.RunAsync(["--port-offset", "many"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Equal("--port-offset many is not a whole number: write for example --port-offset 100\n", errors);
    }

    private static void SkipWithoutProc() =>
        Assert.SkipUnless(Directory.Exists("/proc/self"), "It finds what is left behind in /proc, which this system does not have");

    private static void AssertAllThere(IReadOnlyDictionary<int, string> processes)
    {
        string[] parts =
        [
            "FlowConfigs.Api.dll", "FlowConfigs.ConnectHandler.dll", "DynamoDBLocal.jar", "vite", "identity-provider/main.mjs",
            "cognito/main.mjs", "verified-permissions/main.mjs",
        ];
        foreach (var part in parts)
            Assert.Contains(processes.Values, commandLine => commandLine.Contains(part, StringComparison.Ordinal));
    }

    private static async Task GoneAsync(AppHostProcess appHost, IReadOnlyDictionary<int, string> processes)
    {
        await Processes.GoneAsync(processes.Keys);
        await Processes.FreeAsync(appHost.OwnPorts);
    }
}
