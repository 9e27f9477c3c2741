using System.Diagnostics;

namespace FlowConfigs.Tests.Browser;

/// <summary>What the web app's own tools say of it. The running system has installed them.</summary>
public sealed class WebProjectTests(TheSystem system) : IClassFixture<TheSystem>
{
    private static readonly string Directory = Repository.Path("FlowConfigs.Web");

    [Theory]
    [InlineData("check", "Types and lint")]
    [InlineData("test", "Unit tests")]
    [InlineData("api-types:check", "src/api/schema.ts is made from FlowConfigs.Api/openapi.json: npm run api-types brings it up to date")]
    public async Task The_web_app_passes_its_own_checks(string script, string what)
    {
        Assert.NotNull(system.Running);
        var (exitCode, output) = await NpmRunAsync(script);
        Assert.True(exitCode == 0, $"{what}. npm run {script} said: {output}");
    }

    [Fact]
    public async Task The_lock_file_names_no_registry_so_that_npm_ci_works_with_any()
    {
        var lockFile = await File.ReadAllTextAsync(Path.Combine(Directory, "package-lock.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"resolved\": \"http", lockFile);
    }

    private static async Task<(int ExitCode, string Output)> NpmRunAsync(string script)
    {
        var start = new ProcessStartInfo("npm", ["run", script])
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Process.Start(start)!;
        var output = npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = npm.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (npm.ExitCode, await output + await errors);
    }
}
