using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using FlowConfigs.Core.Access;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Access;

/// <summary>
/// The public keys of the user pool: fetched when they are old or when a token names another, at most twice a minute, so that made-up
/// tokens cannot make the pool busy. While the pool does not answer, the last good keys hold.
/// </summary>
internal sealed class SigningKeys(HttpClient http, IOptions<SignInOptions> options, TimeProvider time, ILogger<SigningKeys> logger)
    : IDisposable
{
    private const int SmallestKeyBits = 2048;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private FrozenDictionary<string, RSA> keys = FrozenDictionary<string, RSA>.Empty;
    private DateTimeOffset fetched = DateTimeOffset.MinValue;
    private DateTimeOffset tried = DateTimeOffset.MinValue;

    /// <summary>The key of a name; null when the pool has none of that name.</summary>
    /// <exception cref="AccessUnavailableException">The pool has never answered.</exception>
    public async ValueTask<RSA?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (keys.TryGetValue(name, out var key) && time.GetUtcNow() - fetched < Lifetime)
            return key;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - tried >= Pause)
                await FetchAsync();
        }
        finally
        {
            gate.Release();
        }

        return keys.Count > 0
            ? keys.GetValueOrDefault(name)
            : throw new AccessUnavailableException("The user pool's keys cannot be fetched at the moment.");
    }

    public void Dispose() => gate.Dispose();

    // For all callers, so no caller who hangs up ends it; the client's own time limit does.
    private async Task FetchAsync()
    {
        try
        {
            var found = Read(await http.GetByteArrayAsync($"{options.Value.Issuer}/.well-known/jwks.json", CancellationToken.None));
            if (found.Count == 0)
                throw new JsonException("The user pool names no key for RS256.");
            keys = found.ToFrozenDictionary(StringComparer.Ordinal);
            tried = fetched = time.GetUtcNow();
        }
        catch (Exception e)
        {
            logger.KeysNotFetched(e, keys.Count);
            // Nobody can sign in before they are there; but whoever has waited for this attempt is not to wait for one more.
            tried = time.GetUtcNow() - (keys.Count == 0 ? Pause - FirstPause : TimeSpan.Zero);
        }
    }

    private static Dictionary<string, RSA> Read(byte[] json)
    {
        var found = new Dictionary<string, RSA>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var key in document.RootElement.GetProperty("keys").EnumerateArray())
        {
            if (key.Text("kty") != "RSA" || key.Text("use") is not (null or "sig") || key.Text("alg") is not (null or "RS256"))
                continue;
            var rsa = RSA.Create(new RSAParameters
            {
                Modulus = Base64Url.DecodeFromChars(key.Text("n")),
                Exponent = Base64Url.DecodeFromChars(key.Text("e")),
            });
            if (rsa.KeySize >= SmallestKeyBits && key.Text("kid") is { } name)
                found[name] = rsa;
        }

        return found;
    }
}
