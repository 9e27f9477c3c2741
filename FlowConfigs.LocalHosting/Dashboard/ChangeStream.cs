using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>Sends a state at once, and again whenever it has changed.</summary>
internal static class ChangeStream
{
    /// <param name="context">The request; the response becomes a stream of events.</param>
    /// <param name="lifetime">Ends the stream with the dashboard.</param>
    /// <param name="calm">Changes that come closer together than this are sent as one.</param>
    /// <param name="changes">Gives something after each change.</param>
    /// <param name="sendAsync">Sends the state of the moment.</param>
    public static async Task RunAsync(
        HttpContext context, IHostApplicationLifetime lifetime, TimeSpan calm, Func<CancellationToken, IAsyncEnumerable<object?>> changes,
        Func<EventStream, CancellationToken, Task> sendAsync)
    {
        using var gone = context.UntilGone(lifetime);
        var stream = new EventStream(context.Response);

        // All that a slow client can pile up is one note that something has changed: it then gets the state of that moment.
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var watching = WatchAsync(changes(gone.Token), changed.Writer);
        try
        {
            do
            {
                changed.Reader.TryRead(out _);
                await sendAsync(stream, gone.Token);
                await Task.Delay(calm, gone.Token);
            }
            while (await stream.WaitAsync(changed.Reader, gone.Token));
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            await gone.CancelAsync();
            await watching;
        }
    }

    private static async Task WatchAsync(IAsyncEnumerable<object?> changes, ChannelWriter<bool> changed)
    {
        try
        {
            await foreach (var _ in changes)
                changed.TryWrite(true);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            changed.Complete();
        }
    }
}
