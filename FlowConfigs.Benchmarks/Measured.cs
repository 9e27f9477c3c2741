using System.Diagnostics;

namespace FlowConfigs.Benchmarks;

/// <summary>Times of single calls, in milliseconds.</summary>
internal static class Measured
{
    public static async Task<double[]> TimesAsync(int calls, Func<Task> call)
    {
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    public static double Percentile(this IEnumerable<double> times, double percent)
    {
        var sorted = times.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * percent / 100))];
    }
}
