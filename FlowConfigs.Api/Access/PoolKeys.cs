using FlowConfigs.Core.Access;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace FlowConfigs.Api.Access;

/// <summary>
/// The public keys of the user pool. Microsoft's own manager fetches them when they are old or when a token names another key, at most
/// twice a minute, and keeps the last good ones while the pool does not answer.
/// </summary>
internal sealed class PoolKeys : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly TimeProvider time;
    private readonly ILogger<PoolKeys> logger;
    private bool known;
    private DateTimeOffset failed = DateTimeOffset.MinValue;

    public PoolKeys(HttpClient http, IOptions<SignInOptions> options, TimeProvider time, ILogger<PoolKeys> logger)
    {
        (this.time, this.logger) = (time, logger);
        var address = $"{options.Value.Issuer}/.well-known/jwks.json";
        // The options have checked that http is for this machine only.
        var documents = new HttpDocumentRetriever(http) { RequireHttps = address.StartsWith("https:", StringComparison.Ordinal) };
        Configuration = new(address, new KeySetRetriever(), documents)
        {
            AutomaticRefreshInterval = Lifetime,
            RefreshInterval = Pause,
        };
    }

    public ConfigurationManager<OpenIdConnectConfiguration> Configuration { get; }

    /// <summary>Goes on only if there are keys. Without any no token can be judged, which is no reason to refuse one.</summary>
    /// <exception cref="AccessUnavailableException">The pool has never answered; answered with 503.</exception>
    public async ValueTask RequireAsync(CancellationToken cancellationToken)
    {
        if (known)
            return;
        await gate.WaitAsync(cancellationToken);
        try
        {
            // A request that has waited for one attempt must not wait for another.
            if (!known && time.GetUtcNow() - failed >= FirstPause)
                await FetchAsync();
        }
        finally
        {
            gate.Release();
        }

        if (!known)
            throw new AccessUnavailableException("The user pool's keys can't be fetched right now.");
    }

    public void Dispose() => gate.Dispose();

    // For all callers, so no caller who hangs up ends it; the client's own time limit does.
    private async Task FetchAsync()
    {
        try
        {
            await Configuration.GetConfigurationAsync(CancellationToken.None);
            known = true;
        }
        catch (Exception e)
        {
            logger.KeysNotFetched(e);
            failed = time.GetUtcNow();
        }
    }

    // The keys alone: the issuer is known, and the discovery document would be one more request at a cold start.
    private sealed class KeySetRetriever : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address, IDocumentRetriever retriever, CancellationToken cancel)
        {
            var keys = new JsonWebKeySet(await retriever.GetDocumentAsync(address, cancel));
            var configuration = new OpenIdConnectConfiguration { JsonWebKeySet = keys };
            foreach (var key in keys.GetSigningKeys())
                configuration.SigningKeys.Add(key);
            return configuration.SigningKeys.Count > 0 ? configuration : throw new InvalidOperationException("The user pool names no key.");
        }
    }
}
