using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowConfigs.Core.Access;
using Microsoft.Extensions.Options;

namespace FlowConfigs.Api.Access;

/// <summary>
/// Verifies the user pool's access tokens.
/// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, IOptions<SignInOptions> options, TimeProvider time)
{
    private const int MaxLength = 16 * 1024;
    // For another machine's clock that is ahead of ours. A token that has ended has ended: the policy engine takes it no longer either.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Returns whose token it is, or null and why it is refused: a reason for the log, not for the sender.</summary>
    /// <exception cref="AccessUnavailableException">The pool's keys cannot be had.</exception>
    public async Task<(Caller? Caller, string? Refusal)> VerifyAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength)
            return (null, "too long");
        if (token.Split('.') is not [{ Length: > 0 } header, { Length: > 0 } payload, { Length: > 0 } signature])
            return (null, "not three parts");
        try
        {
            if (await ProblemOfSignatureAsync(header, payload, signature, cancellationToken) is { } problem)
                return (null, problem);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return Read(token, claims.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or CryptographicException or InvalidOperationException)
        {
            return (null, "malformed");
        }
    }

    private async Task<string?> ProblemOfSignatureAsync(
        string header, string payload, string signature, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
        var head = document.RootElement;
        // The one algorithm that Cognito signs with: what a token says of itself chooses nothing.
        if (head.Text("alg") != "RS256" || head.TryGetProperty("crit", out _))
            return "algorithm";
        if (head.Text("kid") is not { } name || await keys.FindAsync(name, cancellationToken) is not { } key)
            return "unknown key";
        var signed = Encoding.ASCII.GetBytes($"{header}.{payload}");
        return key.VerifyData(signed, Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? null
            : "signature";
    }

    private (Caller? Caller, string? Refusal) Read(string token, JsonElement claims)
    {
        var now = time.GetUtcNow();
        if (claims.Text("iss") != options.Value.Issuer)
            return (null, "issuer");
        if (claims.Text("token_use") != "access")
            return (null, "use");
        if (claims.Text("client_id") != options.Value.Client)
            return (null, "client");
        if (claims.Instant("exp") is not { } expires || expires <= now)
            return (null, "expired");
        if (claims.Instant("nbf") - Skew > now || claims.Instant("iat") - Skew > now)
            return (null, "not valid yet");
        return claims.Text("email") is { Length: > 0 } email
            ? (new Caller(email, token, claims.Texts("flow_configs_paths"), expires), null)
            : (null, "no e-mail address");
    }
}

internal static class Claims
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static DateTimeOffset? Instant(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.TryGetInt64(out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];
}
