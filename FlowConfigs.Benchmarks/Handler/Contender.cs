using System.Diagnostics;
using System.Globalization;

namespace FlowConfigs.Benchmarks;

/// <summary>A program that answers as a Lambda function behind the benchmark's emulator.</summary>
/// <param name="name">Its name in the report, which is the function's name.</param>
/// <param name="command">How it is started.</param>
/// <param name="environment">What it is started with.</param>
internal sealed class Contender(string name, string[] command, IReadOnlyDictionary<string, string> environment) : IDisposable
{
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime and stime, in ticks of 10 ms.
    private const int UserTime = 13;
    private const double MillisecondsPerTick = 10;

    private Process? process;

    public string Name => name;

    /// <summary>The event that it is sent; null for one that asks getConfig.</summary>
    public string? Sent { get; init; }

    public void Start()
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
    }

    public void Stop()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>The processor time that it has used, in milliseconds.</summary>
    public double ProcessorTime()
    {
        // The name of the program, in brackets, may hold spaces.
        var fields = File.ReadAllText($"/proc/{process!.Id}/stat").Split(") ")[1].Split(' ');
        return MillisecondsPerTick * (Number(fields[UserTime - 2]) + Number(fields[UserTime - 1]));
    }

    /// <summary>The most memory that it has had at a time, in megabytes.</summary>
    public double PeakMemory() => Memory("VmHWM:");

    /// <summary>The memory that it has, in megabytes.</summary>
    public double CurrentMemory() => Memory("VmRSS:");

    public void Dispose()
    {
        if (process is not null)
            Stop();
    }

    private double Memory(string field) =>
        Number(File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim()) / 1024;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
