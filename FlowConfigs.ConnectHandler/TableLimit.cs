using FlowConfigs.Lambda;

namespace FlowConfigs.ConnectHandler;

/// <summary>Limits how long a caller waits for the table.</summary>
internal static class TableLimit
{
    /// <summary>Connect waits 3 s unless the flow says otherwise, and the caller hears silence meanwhile.</summary>
    public static readonly TimeSpan Default = TimeLimits.Of(TimeSpan.FromSeconds(2));

    /// <exception cref="TimeoutException">The limit is over.</exception>
    public static async Task<T> RunAsync<T>(
        Func<CancellationToken, Task<T>> ask, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limited = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, cancellationToken);
        try
        {
            return await ask(both.Token);
        }
        catch (OperationCanceledException error) when (limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The table did not answer within {limit.TotalSeconds:0.#} s.", error);
        }
        finally
        {
            // A hedged read that is still under way has lost. Nothing waits for it, and CancelAsync would take a thread of its own.
            both.Cancel();
        }
    }
}
