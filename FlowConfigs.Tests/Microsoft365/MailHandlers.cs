namespace FlowConfigs.Tests.Microsoft365;

/// <summary>Counts how many mails are under way at once.</summary>
internal sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private int now;

    public int Most { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref now));
        var response = await base.SendAsync(request, cancellationToken);
        Interlocked.Decrement(ref now);
        return response;
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
