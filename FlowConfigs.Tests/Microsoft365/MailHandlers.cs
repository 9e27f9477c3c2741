namespace FlowConfigs.Tests.Microsoft365;

/// <summary>Holds the first mails back until four are under way, and a moment longer, in which a fifth would come.</summary>
internal sealed class HoldingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Expected = 4;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int now;
    private int most;

    public int Most => most;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("sendMail", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        var underWay = Interlocked.Increment(ref now);
        InterlockedMax(underWay);
        if (underWay == Expected)
        {
            await Task.Delay(Moment, cancellationToken);
            all.TrySetResult();
        }

        await all.Task.WaitAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        Interlocked.Decrement(ref now);
        return response;
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while ((seen = most) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
            // Another mail has set it meanwhile.
        }
    }
}

/// <summary>Ends the sender at a request, as Lambda ends a function: from then on nothing comes back to it.</summary>
internal sealed class KillingHandler(int after, bool isSent) : DelegatingHandler(new SocketsHttpHandler())
{
    private int requests;
    private bool isKilled;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var kills = request.RequestUri!.AbsolutePath.EndsWith("sendMail", StringComparison.Ordinal)
            && Interlocked.Increment(ref requests) == after;
        if (isKilled || (kills && !isSent))
            throw Killed();
        var response = await base.SendAsync(request, cancellationToken);
        return isKilled || kills ? throw Killed() : response;
    }

    private KilledException Killed()
    {
        isKilled = true;
        return new();
    }
}

internal sealed class KilledException : Exception;
