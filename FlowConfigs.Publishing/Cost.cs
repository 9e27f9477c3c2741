using System.Diagnostics;
using System.Globalization;

namespace FlowConfigs.Publishing;

/// <summary>What publishing costs from here on: time, and the memory of this program with all that it has started.</summary>
internal sealed class Cost : IDisposable
{
    private const int BytesInMegabyte = 1024 * 1024;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Timer timer;
    private long peak;

    public Cost() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, Interval);

    public double Seconds => Stopwatch.GetElapsedTime(start).TotalSeconds;

    public long PeakMegabytes
    {
        get
        {
            Look();
            return peak / BytesInMegabyte;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = OperatingSystem.IsLinux() ? BytesOfTree() : Environment.WorkingSet;
        peak = Math.Max(peak, now);
    }

    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: after the name come state, parent, and as the 22nd the resident pages.
    private static long BytesOfTree()
    {
        var processes = Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _))
            .Select(Read)
            .OfType<(int Id, int Parent, long Pages)>()
            .ToList();
        var children = processes.ToLookup(process => process.Parent);
        return Pages(processes.First(process => process.Id == Environment.ProcessId)) * Environment.SystemPageSize;

        long Pages((int Id, int Parent, long Pages) process) => process.Pages + children[process.Id].Sum(Pages);
    }

    private static (int Id, int Parent, long Pages)? Read(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture),
                long.Parse(fields[21], CultureInfo.InvariantCulture));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
