using System.Diagnostics;

namespace FlowConfigs.Core.Table;

/// <summary>
/// Pauses between calls that are made again: each twice as long as the one before, with jitter, so that many who wait do not all come
/// back at once (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter).
/// </summary>
/// <param name="patience">How long to go on.</param>
public sealed class Pauses(TimeSpan patience)
{
    private const int FirstMilliseconds = 25;
    private const int LongestMilliseconds = 1000;

    private readonly long started = Stopwatch.GetTimestamp();
    private int longest = FirstMilliseconds;

    /// <summary>Waits before the next call.</summary>
    /// <exception cref="TableBusyException">It has gone on for too long.</exception>
    public async Task NextAsync(CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(started) >= patience)
            throw new TableBusyException();
        // Not for secrets: it only spreads the calls.
        await Task.Delay(Random.Shared.Next(longest / 2, longest + 1), cancellationToken);
        longest = Math.Min(2 * longest, LongestMilliseconds);
    }
}
