namespace FlowConfigs.Tests;

/// <summary>.ci/audit, with registries that answer or do not.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly DirectoryInfo bin = Directory.CreateTempSubdirectory("flow-configs-audit-");

    public void Dispose() => bin.Delete(recursive: true);

    [Theory]
    [InlineData(true, "true", true, 0, "No package is known to be vulnerable")]
    [InlineData(false, "true", true, 1, "a registry that stays silent must be looked at")]
    [InlineData(false, "true", false, 0, "this machine cannot ask every registry")]
    [InlineData(false, "false", true, 0, "this machine cannot ask every registry")]
    public async Task A_registry_that_says_nothing_is_a_failure_in_CI_with_the_internet(
        bool answers, string ci, bool internet, int exit, string message)
    {
        Write("dotnet", answers ? "echo 'has no vulnerable packages'" : "exit 1");
        Write("npm", answers ? "echo '{\"auditReportVersion\": 2}'" : "exit 1");
        Write("curl", internet ? "exit 0" : "exit 6");
        var (code, output) = await RunAsync(new() { ["CI"] = ci });
        Assert.Contains(message, output);
        Assert.Equal(exit, code);
    }

    [Fact]
    public async Task It_can_be_required_everywhere()
    {
        foreach (var program in new[] { "dotnet", "npm", "curl" })
            Write(program, "exit 1");
        var (code, output) = await RunAsync(new() { ["FLOWCONFIGS_AUDIT"] = "required", ["CI"] = null });
        Assert.Equal(1, code);
        Assert.Contains("NuGet: the registry did not say which packages are vulnerable", output);
    }

    [Fact]
    public async Task A_vulnerable_package_is_a_failure_anywhere()
    {
        Write("dotnet", "echo 'Project has the following vulnerable packages'");
        Write("npm", "echo '{\"auditReportVersion\": 2}'");
        var (code, output) = await RunAsync(new() { ["CI"] = null });
        Assert.Equal(1, code);
        Assert.Contains("has the following vulnerable packages", output);
    }

    private void Write(string program, string line)
    {
        var file = Path.Combine(bin.FullName, program);
        File.WriteAllText(file, $"#!/usr/bin/env bash\n{line}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string?> environment)
    {
        environment["PATH"] = $"{bin.FullName}:{Environment.GetEnvironmentVariable("PATH")}";
        return Programs.RunAsync(
            new ProcessCommand(Repository.Path(".ci/audit"), [], Repository.Root) { Environment = environment },
            TestContext.Current.CancellationToken);
    }
}
