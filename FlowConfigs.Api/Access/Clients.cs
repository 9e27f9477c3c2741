namespace FlowConfigs.Api.Access;

/// <summary>HTTP clients that give up soon: a person waits for the answer.</summary>
internal static class Clients
{
    /// <summary>The limit on one attempt.</summary>
    public static readonly TimeSpan AttemptLimit = TimeSpan.FromMilliseconds(1100);

    public static HttpClient Permissions() => new(Handler()) { Timeout = AttemptLimit };

    public static HttpClient Keys() => new(Handler()) { Timeout = 2 * AttemptLimit, MaxResponseContentBufferSize = 256 * 1024 };

    /// <summary>Longer: a function that nobody has called for a while takes its time to start.</summary>
    public static HttpClient Functions() => new(Handler()) { Timeout = TimeSpan.FromSeconds(8) };

    /// <summary>The longest prompt that is taken is read in less than four minutes, which are less than 2 MB.</summary>
    public static HttpClient Speech() =>
        new(Handler()) { Timeout = TimeSpan.FromSeconds(8), MaxResponseContentBufferSize = 4 * 1024 * 1024 };

    private static SocketsHttpHandler Handler() => new()
    {
        ConnectTimeout = TimeSpan.FromMilliseconds(800),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        AllowAutoRedirect = false,
    };
}
