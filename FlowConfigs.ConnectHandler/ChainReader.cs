using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// Reads what a flow asks for; when the table does not answer, gives what was read last. What is remembered is configs, not
/// answers: timed changes begin and end on time all the same.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="cacheFor">How long a read is good for without asking the table; zero asks each time.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where a table that does not answer is reported.</param>
internal sealed class ChainReader(ConfigLookup table, TimeSpan cacheFor, TimeProvider time, ILogger logger)
{
    // Once a read has failed, callers whose answer is known are kept waiting no longer, and the table is asked less often, so that it
    // can recover. The limit is long enough for a new connection: a table that is there again is noticed at once.
    private static readonly TimeSpan LimitWhileDown = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan PauseWhileDown = TimeSpan.FromMilliseconds(100);

    // From time to time a read may take as long as ever, should the table just be slow.
    private static readonly TimeSpan While = TimeSpan.FromSeconds(5);

    // A function has 512 MB.
    private const long MaxBytes = 64 * 1024 * 1024;

    private readonly HedgedRead reads = new(TableLimit.Default, time);
    private readonly LastKnown lastKnown = new(MaxBytes);
    private Outage? outage;

    /// <returns>Empty when there is no such config.</returns>
    /// <exception cref="Exception">The table does not answer, and the id has not been read before.</exception>
    public async Task<ReadChain> ReadAsync(ConfigId asked, CancellationToken cancellationToken)
    {
        var known = lastKnown.Chain(asked);
        if (known is null)
            return await ReadAsync(asked, reads.RunAsync, cancellationToken);
        // An age below zero is a clock that was set back.
        if (time.GetUtcNow() - lastKnown.ReadAt(asked) is { } age && age >= TimeSpan.Zero && age < cacheFor)
            return new(Configs(known), IsStale: false);
        if (outage is { } last && time.GetElapsedTime(last.Tried) < PauseWhileDown)
            return Stale(asked, known, last.Reason);
        try
        {
            return await ReadAsync(asked, IsKnownToBeDown ? OnceAsync : reads.RunAsync, cancellationToken);
        }
        catch (Exception error)
        {
            var now = time.GetTimestamp();
            outage = new(IsKnownToBeDown ? outage!.Since : now, now, $"{error.GetType().Name}, {error.Message}");
            return Stale(asked, known, outage.Reason);
        }
    }

    private bool IsKnownToBeDown => outage is not null && time.GetElapsedTime(outage.Since) < While;

    private async Task<ReadChain> ReadAsync(ConfigId asked, Reading reading, CancellationToken cancellationToken)
    {
        var parts = lastKnown.Parts(asked);
        var read = await reading(stop => table.FindAsync(asked, parts, stop), cancellationToken);
        outage = null;
        lastKnown.Remember(asked, read, time.GetUtcNow());
        return new(Configs(read), IsStale: false);
    }

    private Task<IReadOnlyList<StoredConfig>> OnceAsync(
        Func<CancellationToken, Task<IReadOnlyList<StoredConfig>>> read, CancellationToken cancellationToken) =>
        reads.OnceAsync(read, LimitWhileDown, cancellationToken);

    private ReadChain Stale(ConfigId asked, IReadOnlyList<StoredConfig> known, string reason)
    {
        logger.StaleServed(TelemetryId.Of(asked.Value)!, lastKnown.ReadAt(asked), reason);
        return new(Configs(known), IsStale: true);
    }

    private static IReadOnlyList<Config> Configs(IReadOnlyList<StoredConfig> chain) => [.. chain.Select(stored => stored.Config)];

    private delegate Task<IReadOnlyList<StoredConfig>> Reading(
        Func<CancellationToken, Task<IReadOnlyList<StoredConfig>>> read, CancellationToken cancellationToken);

    private sealed record Outage(long Since, long Tried, string Reason);
}

/// <summary>A config and its parents, nearest first.</summary>
/// <param name="Configs">Empty when there is no such config.</param>
/// <param name="IsStale">Whether they are remembered, because the table does not answer.</param>
internal readonly record struct ReadChain(IReadOnlyList<Config> Configs, bool IsStale);
