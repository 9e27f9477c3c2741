using System.Diagnostics;
using System.Globalization;

namespace FlowConfigs.Benchmarks;

/// <summary>How long people wait: for the whole system to be healthy, and for a publish.</summary>
internal static class AppHostBenchmark
{
    private const int WarmStarts = 5;
    private const int PortOffset = 7000;

    private static string Program => typeof(AppHost.AppHostOptions).Assembly.Location;

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        // A clean start installs the web app's and the emulators' packages; DynamoDB Local and NuGet's packages are there already.
        string[] installed = [Folder("FlowConfigs.Web/node_modules"), Folder("FlowConfigs.AppHost/emulators/node_modules")];
        foreach (var folder in installed.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        report.Progress("a clean start");
        report.Add("start to all healthy", "clean", [await StartAsync(cancellationToken)], "s");
        var warm = new List<double>();
        for (var i = 0; i < WarmStarts; i++)
        {
            report.Progress($"warm start {i + 1} of {WarmStarts}");
            warm.Add(await StartAsync(cancellationToken));
        }

        report.Add("start to all healthy", "warm", warm, "s");
        report.Progress("two publishes");
        report.Add("publish", "first and second", [await PublishAsync(cancellationToken), await PublishAsync(cancellationToken)], "s");
    }

    private static async Task<double> StartAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start("--port-offset", PortOffset.ToString(CultureInfo.InvariantCulture));
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line && !line.Contains("Everything is healthy"))
        {
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return seconds;
    }

    private static async Task<double> PublishAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Start("--operation", "publish", "--step", "publish", "--output-path", Folder("artifacts/benchmarks/publish"));
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new InvalidOperationException($"publish ended with exit code {process.ExitCode}");
    }

    private static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. args]) { RedirectStandardOutput = true })!;

    private static string Folder(string path) => Path.Combine(Report.Repository, path);
}
