namespace FlowConfigs.Api.Access;

/// <summary>
/// Lets a few calls be tried again, and one in ten from then on: when a service is down, trying again doubles its load and helps
/// nobody.
/// </summary>
internal sealed class RetryBudget
{
    private const int Most = 100;
    private const int Cost = 10;

    private int left = Most;

    public void Succeeded()
    {
        if (Volatile.Read(ref left) < Most)
            Interlocked.Increment(ref left);
    }

    /// <summary>Whether one more attempt may be made; it is counted.</summary>
    public bool TrySpend()
    {
        if (Interlocked.Add(ref left, -Cost) >= 0)
            return true;
        Interlocked.Add(ref left, Cost);
        return false;
    }
}
