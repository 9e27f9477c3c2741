namespace FlowConfigs.Core.Table;

/// <summary>
/// Pauses between requests that DynamoDB left unanswered: each twice as long as the one before, with jitter, so that callers who were
/// throttled together do not return together. After about two seconds without an answer it gives up.
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html#Programming.Errors.BatchOperations
/// </summary>
/// <param name="time">The clock.</param>
public sealed class Backoff(TimeProvider time)
{
    private const int MaxPauses = 8;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(400);

    private int pauses;

    /// <summary>Waits before the next request.</summary>
    /// <param name="answered">Whether the last request brought something: an answer that was only too large is not a throttled one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The table has answered nothing for too long.</exception>
    public Task PauseAsync(bool answered, CancellationToken cancellationToken)
    {
        pauses = answered ? 1 : pauses + 1;
        if (pauses > MaxPauses)
            throw new TimeoutException("DynamoDB is throttling requests and left the last one unanswered.");
        var pause = Math.Min(First.TotalMilliseconds * Math.Pow(2, pauses - 1), Longest.TotalMilliseconds);
        return Task.Delay(TimeSpan.FromMilliseconds(pause * (0.5 + (Random.Shared.NextDouble() / 2))), time, cancellationToken);
    }
}
