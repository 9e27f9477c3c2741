using System.ComponentModel;
using System.Diagnostics;
using FlowConfigs.Tests.Lambda;

namespace FlowConfigs.Tests.LambdaEmulator;

/// <summary>AWS's own command line against the emulator, where it is installed.</summary>
public sealed class LambdaEmulatorCliTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fileb://")]
    [InlineData("file://")]
    public async Task Aws_cli_invokes_the_function(string scheme)
    {
        var cli = await VersionAsync();
        Assert.SkipWhen(cli is null, "The aws command line is not installed.");
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => $$"""{"echo":{{text}}}"""));
        var folder = Directory.CreateTempSubdirectory("flow-configs-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "event.json"), """{"id":"Sí"}""", Token);
            // version 2 takes a text payload for base64 unless told otherwise; version 1 knows no such option
            string[] format = scheme == "file://" && cli!.StartsWith("aws-cli/2", StringComparison.Ordinal)
                ? ["--cli-binary-format", "raw-in-base64-out"]
                : [];
            var (exit, output) = await RunAsync(
                folder,
                [
                    "lambda", "invoke", "--endpoint-url", $"http://127.0.0.1:{function.Emulator.Port}", "--function-name", "get-config",
                    "--payload", $"{scheme}event.json", .. format, "out.json",
                ]);
            Assert.True(exit == 0, output);
            Assert.Equal("""{"echo":{"id":"Sí"}}""", await File.ReadAllTextAsync(Path.Combine(folder, "out.json"), Token));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Aws_cli_names_an_unknown_function()
    {
        Assert.SkipWhen(await VersionAsync() is null, "The aws command line is not installed.");
        await using var function = await RunningFunction.StartAsync(RunningFunction.Text(text => text));
        var (exit, output) = await RunAsync(
            Path.GetTempPath(),
            ["lambda", "invoke", "--endpoint-url", $"http://127.0.0.1:{function.Emulator.Port}", "--function-name", "nobody", "/dev/null"]);
        Assert.NotEqual(0, exit);
        Assert.Contains("(ResourceNotFoundException) when calling the Invoke operation: Function not found:", output);
    }

    private static async Task<string?> VersionAsync()
    {
        try
        {
            return (await RunAsync(Path.GetTempPath(), ["--version"])).Output;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task<(int Exit, string Output)> RunAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("aws", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "local",
                ["AWS_SECRET_ACCESS_KEY"] = "local",
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_MAX_ATTEMPTS"] = "1",
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }
}
