using System.Diagnostics;
using FlowConfigs.Hosting.Running;

namespace FlowConfigs.Tests.AppHost;

/// <summary>Looks at this machine's processes and ports.</summary>
internal static class Processes
{
    // Long enough for a machine that does other things: how fast a system ends is a figure of the benchmarks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static void Kill(int processId) => Signal("-KILL", processId);

    public static void Interrupt(int processId) => Signal("-INT", processId);

    /// <summary>
    /// The AppHost, Aspire's orchestrator, which watches over the AppHost instead of being its child, and all that they have started, with
    /// their command lines.
    /// </summary>
    public static IReadOnlyDictionary<int, string> Of(int appHost)
    {
        var parents = All().ToDictionary(id => id, Parent);
        var tree = new Dictionary<int, string>();
        var monitor = $"--monitor {appHost} ";
        var next = new Queue<int>([appHost, .. parents.Keys.Where(id => $"{CommandLine(id)} ".Contains(monitor, StringComparison.Ordinal))]);
        while (next.TryDequeue(out var id))
        {
            if (!tree.TryAdd(id, CommandLine(id)))
                continue;
            foreach (var (child, parent) in parents)
            {
                if (parent == id)
                    next.Enqueue(child);
            }
        }

        return tree;
    }

    /// <summary>Returns when none of the processes is left; fails after a while, naming those that are.</summary>
    public static async Task GoneAsync(params IEnumerable<int> processIds)
    {
        var left = processIds.ToList();
        var since = Stopwatch.StartNew();
        while ((left = left.FindAll(Exists)).Count > 0)
        {
            Assert.True(since.Elapsed < Limit, $"Left behind: {string.Join(", ", left.Select(id => $"{id} {CommandLine(id)}"))}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Returns when nobody listens on any of the ports; fails after a while.</summary>
    public static async Task FreeAsync(params IReadOnlyList<int> ports)
    {
        var since = Stopwatch.StartNew();
        while (!ports.All(Ports.IsFree))
        {
            Assert.True(since.Elapsed < Limit, $"Still in use: {string.Join(", ", ports.Where(port => !Ports.IsFree(port)))}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static void Signal(string signal, int processId)
    {
        using var kill = Process.Start("kill", [signal, processId.ToString()]);
        kill.WaitForExit();
    }

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => name!.All(char.IsAsciiDigit))
        .Select(name => int.Parse(name!));

    // A zombie is a process that has ended, and whose parent has not looked yet.
    private static bool Exists(int id) => Stat(id) is [not ("Z" or "X"), ..];

    private static int Parent(int id) => Stat(id) is [_, var parent, ..] ? int.Parse(parent) : 0;

    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: pid (name) state ppid …
    private static string[]? Stat(int id)
    {
        var stat = Read(id, "stat");
        return stat is { Length: > 0 } ? stat[(stat.LastIndexOf(')') + 2)..].Split(' ') : null;
    }

    private static string CommandLine(int id) => (Read(id, "cmdline") ?? "").Replace('\0', ' ').Trim().Split('\n')[0];

    private static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
