using Amazon.Runtime;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// Reads, and reads a second time when the first answer is late or has failed: the first good answer counts. There is never a third, and
/// the limit holds for both together.
/// </summary>
/// <param name="limit">The limit on the whole.</param>
/// <param name="time">The clock.</param>
internal sealed class HedgedRead(TimeSpan limit, TimeProvider time)
{
    /// <summary>"Late" until enough reads have been measured, and never sooner than <see cref="Soonest"/>.</summary>
    public static readonly TimeSpan LateAtFirst = TimeSpan.FromMilliseconds(250);

    public static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(20);

    // What has failed at once, such as throttling, is not helped by asking again at once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly TimeSpan[] measured = new TimeSpan[200];
    private int count;

    /// <summary>An answer that takes longer is late: the 99th percentile of the last 200.</summary>
    public TimeSpan Late { get; private set; } = LateAtFirst;

    /// <exception cref="TimeoutException">The limit is over.</exception>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        TableLimit.RunAsync(stop => HedgedAsync(read, stop), limit, time, cancellationToken);

    /// <summary>Reads once, within a limit of its own.</summary>
    /// <exception cref="TimeoutException">The limit is over.</exception>
    public Task<T> OnceAsync<T>(Func<CancellationToken, Task<T>> read, TimeSpan within, CancellationToken cancellationToken) =>
        TableLimit.RunAsync(read, within, time, cancellationToken);

    private async Task<T> HedgedAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var first = read(cancellationToken);
        await Task.WhenAny(first, Task.Delay(Late, time, cancellationToken));
        if (first.IsFaulted)
        {
            if (!IsWorthAnother(first.Exception.InnerException))
                return await first;
            await Task.Delay(Pause, time, cancellationToken);
        }

        var answer = await (first.IsCompletedSuccessfully ? first : FirstGoodAsync(first, read(cancellationToken)));
        Measure(time.GetElapsedTime(started));
        return answer;
    }

    private static async Task<T> FirstGoodAsync<T>(Task<T> first, Task<T> second)
    {
        var sooner = await Task.WhenAny(first, second);
        var other = sooner == first ? second : first;
        return await (sooner.IsCompletedSuccessfully ? sooner : other);
    }

    private static bool IsWorthAnother(Exception? error) => error is not AmazonServiceException { StatusCode: var status, ErrorCode: var code }
        || (int)status is 0 or >= 500
        || code?.Contains("Throttl", StringComparison.Ordinal) == true
        || code?.Contains("Exceeded", StringComparison.Ordinal) == true;

    private void Measure(TimeSpan took)
    {
        measured[count++ % measured.Length] = took;
        if (count % measured.Length != 0)
            return;
        var sorted = measured.Order().ToList();
        Late = sorted[measured.Length * 99 / 100] is var p99 && p99 > Soonest ? p99 : Soonest;
    }
}
