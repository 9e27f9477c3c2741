using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.AppHost;

/// <summary>The AppHost as a user starts it: a process of its own, on fixed ports moved by an offset.</summary>
internal sealed partial class AppHostProcess : IAsyncDisposable
{
    private static readonly int[] UsualPorts = [18888, 18889, 5180, 5173, 5174, 5050, 8000, 9229, 9230, 9231, 9232];

    // Between the usual ports and those that the kernel gives to outgoing connections.
    private static int lastOffset = Random.Shared.Next(60, 80) * 100;

    // A shell that starts the tests in the background has programs ignore Ctrl+C, and then nothing would ever end.
    private static readonly TimeSpan TakedownLimit = TimeSpan.FromMinutes(2);

    // A first publish compiles both functions and the web app: 2.5 minutes on two cores that do nothing else.
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(20);

    private readonly RunningProgram program;
    private readonly int offset;

    private AppHostProcess(int offset, IReadOnlyList<string> args, IReadOnlyDictionary<string, string?>? environment = null)
    {
        this.offset = offset;
        program = new(new ProcessCommand(FlowConfigs.Tests.Programs.Find("dotnet")!, [Repository.Built("FlowConfigs.AppHost"), .. args], Path.GetTempPath())
        {
            Environment = environment ?? new Dictionary<string, string?>(),
        });
    }

    public int Id => program.Id;

    public IReadOnlyList<string> Lines => program.Lines;

    public IReadOnlyList<int> OwnPorts => [.. UsualPorts.Select(port => port + offset)];

    public Uri Api => new($"http://localhost:{5180 + offset}");

    public Uri Emulator => new($"http://localhost:{5050 + offset}");

    public Uri Cognito => new($"http://localhost:{9229 + offset}");

    public static AppHostProcess Start(params IReadOnlyList<string> args)
    {
        var offset = Interlocked.Add(ref lastOffset, 100);
        return new(offset, ["--port-offset", offset.ToString(CultureInfo.InvariantCulture), .. args]);
    }

    /// <summary>As <c>aspire start --isolated</c> does: on any free ports.</summary>
    public static AppHostProcess StartIsolated() =>
        new(0, [], new Dictionary<string, string?> { ["DcpPublisher__RandomizePorts"] = "true" });

    /// <summary>Runs an AppHost that ends by itself.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string[] args, string? path = null)
    {
        var environment = new Dictionary<string, string?>();
        if (path is not null)
            environment["PATH"] = path;
        await using var appHost = new AppHostProcess(0, args, environment);
        await appHost.program.Exited.WaitAsync(RunLimit, TestContext.Current.CancellationToken);
        return (appHost.program.ExitCode, string.Join('\n', appHost.Lines));
    }

    /// <summary>Returns every process of the running system when the AppHost says that all is healthy.</summary>
    public async Task<IReadOnlyDictionary<int, string>> HealthyAsync()
    {
        await SaysAsync("Everything is healthy");
        return Processes.Of(Id);
    }

    /// <summary>The address of a page, as the AppHost says it.</summary>
    public Uri Page(string name) =>
        new(PageAddress().Matches(string.Join('\n', Lines)).Single(match => match.Groups["name"].Value == name).Groups["address"].Value);

    /// <summary>Returns when a line contains the text.</summary>
    public async Task SaysAsync(string text)
    {
        while (!Lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            Assert.False(program.Exited.IsCompleted, $"The AppHost ended: {string.Join('\n', Lines)}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits for the end, and returns the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await program.Exited.WaitAsync(TakedownLimit, TestContext.Current.CancellationToken);
        return program.ExitCode;
    }

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [GeneratedRegex(@"(?<name>[a-z-]+) (?<address>http://localhost:\d+)")]
    private static partial Regex PageAddress();
}
