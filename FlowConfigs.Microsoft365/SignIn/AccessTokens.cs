using System.Text.Json;
using FlowConfigs.Microsoft365.Graph;

namespace FlowConfigs.Microsoft365.SignIn;

/// <summary>Reads what proves that we are the app.</summary>
/// <param name="again">Whether what was read before was refused, and so is not good enough.</param>
/// <param name="cancellationToken">Ends the wait.</param>
public delegate Task<AppSecret> ReadSecret(bool again, CancellationToken cancellationToken);

/// <summary>Access tokens for Graph, by the app's own sign-in: each is kept until five minutes before its end.</summary>
/// <param name="http">Its time limit holds for each request.</param>
/// <param name="readSecret">Reads the secret, which can change at any time.</param>
/// <param name="options">Which tenant and app.</param>
/// <param name="time">The clock.</param>
public sealed class AccessTokens(HttpClient http, ReadSecret readSecret, Microsoft365Options options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);
    private (string Token, DateTimeOffset Until)? kept;

    /// <summary>When the secret of the last sign-in ends; null where that is unknown.</summary>
    public DateTimeOffset? SecretEnds { get; private set; }

    /// <summary>Gives a token; only one is fetched at a time.</summary>
    /// <exception cref="Microsoft365Exception">Microsoft refuses the sign-in, or does not answer.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (kept is { } known && time.GetUtcNow() < known.Until)
                return known.Token;
            kept = await FetchAsync(cancellationToken);
            return kept.Value.Token;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Drops a token that Graph has refused.</summary>
    public void Forget(string token)
    {
        if (kept?.Token == token)
            kept = null;
    }

    public void Dispose() => one.Dispose();

    // A refused secret is read once more: it was replaced since.
    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await FetchAsync(await readSecret(false, cancellationToken), cancellationToken);
        }
        catch (Microsoft365Exception error) when (error.Code == "invalid_client")
        {
            return await FetchAsync(await readSecret(true, cancellationToken), cancellationToken);
        }
    }

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(AppSecret secret, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        SecretEnds = secret.EndsAt();
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenUrl)
        {
            Content = new FormUrlEncodedContent(
            [
                new("client_id", options.ClientId), new("scope", options.Scope), new("grant_type", "client_credentials"),
                .. secret.Fields(options, now),
            ]),
        };
        using var response = await SendAsync(request, cancellationToken);
        var answer = await ReadAsync(response, cancellationToken);
        if (answer.AccessToken is not { } token)
            throw SignInErrors.Of(response, answer, options, now);
        var kept = TimeSpan.FromSeconds(answer.ExpiresIn) - Before;
        return (token, now + (kept > TimeSpan.Zero ? kept : TimeSpan.Zero));
    }

    // Whatever became of the request: nothing was done in the mailbox.
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await Requests.SendAsync(http, request, "Microsoft's sign-in", cancellationToken);
        }
        catch (Microsoft365Exception error) when (error.IsUncertain)
        {
            throw new Microsoft365Exception(error.Message, error) { Status = 503 };
        }
    }

    private static async Task<TokenAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), GraphJson.Default.TokenAnswer, cancellationToken) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
