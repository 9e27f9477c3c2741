using System.Diagnostics;
using System.Net.Http.Json;
using FlowConfigs.LocalHosting.Running;
using FlowConfigs.Tests.LocalHosting;

namespace FlowConfigs.Tests.AppHost;

/// <summary>The AppHost as a user starts it: a process of its own, on fixed ports moved by an offset.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly int[] UsualPorts = [18888, 18889, 5180, 5173, 5050, 8000, 9229, 9230, 9231];

    // Between the usual ports and those that the kernel gives to outgoing connections.
    private static int lastOffset = Random.Shared.Next(60, 80) * 100;

    // A shell that starts the tests in the background has programs ignore Ctrl+C, and then nothing would ever end.
    private static readonly TimeSpan TakedownLimit = TimeSpan.FromMinutes(2);

    // A first publish compiles both functions and the web app: 2.5 minutes on two cores that do nothing else.
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(20);

    private readonly Process process;
    private readonly int offset;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private AppHostProcess(int offset, string program, IEnumerable<string> args, string? path = null)
    {
        this.offset = offset;
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (path is not null)
            start.Environment["PATH"] = path;

        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public IReadOnlyList<int> OwnPorts => [.. UsualPorts.Select(port => port + offset)];

    private Uri Dashboard => new($"http://localhost:{18888 + offset}");

    private static string Program => new Projects.FlowConfigs_AppHost().TargetPath;

    public static AppHostProcess Start(params IEnumerable<string> args)
    {
        var offset = Interlocked.Add(ref lastOffset, 100);
        return new AppHostProcess(offset, "dotnet", [Program, "--port-offset", $"{offset}", .. args]);
    }

    /// <summary>As `dotnet run` does: the process that the user starts is the AppHost's parent.</summary>
    public static AppHostProcess StartUnderParent()
    {
        var offset = Interlocked.Add(ref lastOffset, 100);
        return new AppHostProcess(offset, "bash", ["-c", "dotnet \"$1\" --port-offset $2; true", "bash", Program, $"{offset}"]);
    }

    /// <summary>Runs an AppHost that ends by itself.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] args, string? path = null)
    {
        await using var appHost = new AppHostProcess(0, Programs.Find("dotnet", "/")!, [Program, .. args], path);
        return await appHost.EndAsync(RunLimit);
    }

    /// <summary>Returns every process of the running system when all resources are healthy.</summary>
    public async Task<IReadOnlyDictionary<int, string>> HealthyAsync()
    {
        using var http = new HttpClient { BaseAddress = Dashboard, Timeout = TimeSpan.FromMinutes(4) };
        await UntilItListensAsync(http);
        using var answer = await http.GetAsync("/api/resources?wait=healthy&timeout=180", TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return Processes.Tree(Id);
    }

    public async Task<int> ProcessOfAsync(string resource)
    {
        using var http = new HttpClient { BaseAddress = Dashboard };
        var resources = await http.GetFromJsonAsync<Row[]>("/api/resources", TestContext.Current.CancellationToken);
        return resources!.Single(row => row.Name == resource).ProcessId!.Value;
    }

    public Task<(int ExitCode, string Output, string Errors)> EndAsync() => EndAsync(TakedownLimit);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<(int ExitCode, string Output, string Errors)> EndAsync(TimeSpan limit)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(limit);
        return (process.ExitCode, await output, await errors);
    }

    private async Task UntilItListensAsync(HttpClient http)
    {
        while (true)
        {
            Assert.False(process.HasExited, process.HasExited ? $"The AppHost ended: {await output}{await errors}" : "");
            try
            {
                await http.GetAsync("/api/resources", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private sealed record Row(string Name, int? ProcessId);
}
