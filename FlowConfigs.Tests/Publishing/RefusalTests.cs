using FlowConfigs.Tests.AppHost;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What is wrong is said in one line, and nothing is written.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("flow-configs-refused-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(
        "--step deploy is not known: there are publish, cloudformation, templates, connect",
        "publish", "--step", "deploy", "--output-path", "OUT")]
    [InlineData("--output-path is missing: it names the folder to write to, as in --output-path out", "publish", "--step", "publish")]
    [InlineData("--operation deploy is not known: there are run and publish", "deploy", "--output-path", "OUT")]
    public async Task A_command_line_that_means_nothing_is_refused(string problem, params string[] args)
    {
        var given = args.Select(arg => arg == "OUT" ? folder.FullName : arg);
        var (exitCode, output) = await AppHostProcess.RunAsync(["--operation", .. given]);
        Assert.Equal((1, problem), (exitCode, output.Trim()));
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_fault_that_no_step_expects_is_shown_and_is_exit_code_1()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var (exitCode, output) = await AppHostProcess.RunAsync(
            ["--operation", "publish", "--step", "templates", "--output-path", Path.Combine(file, "out")]);
        Assert.Equal(1, exitCode);
        Assert.Contains(file, output);
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("templates")]
    public async Task Without_Node_it_says_what_to_install(string step)
    {
        var (exitCode, output) = await AppHostProcess.RunAsync(
            ["--operation", "publish", "--step", step, "--output-path", folder.FullName], path: "/nowhere");
        Assert.Equal(1, exitCode);
        Assert.Single(
            output.Split('\n'),
            line => line == "node was not found, and publish needs it: install version 20.19 or later (https://nodejs.org)");
        Assert.DoesNotContain("   at ", output);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }
}
