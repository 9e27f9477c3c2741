using FlowConfigs.Lambda;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler;

/// <summary>
/// Reads once while the function starts. The AWS SDK's first request loads its code, asks for credentials and opens a connection; a
/// caller's time limit is for the table alone.
/// </summary>
/// <remarks>With provisioned concurrency no caller waits for it. getConfig needs none: its client is its own, and starts faster.</remarks>
internal static class WarmStart
{
    /// <returns>The handler, also where the table does not answer yet: the call itself will say so.</returns>
    public static async Task<LambdaHandler> AfterAsync<T>(Func<CancellationToken, Task<T>> read, ILogger logger, LambdaHandler handler)
    {
        try
        {
            await TableLimit.RunAsync(read, TableLimit.Default, TimeProvider.System, CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.StartedCold($"{error.GetType().Name}, {error.Message}");
        }

        return handler;
    }
}
