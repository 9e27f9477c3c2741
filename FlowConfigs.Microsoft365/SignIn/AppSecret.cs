using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Microsoft365.SignIn;

/// <summary>What proves that we are the app: the JSON of the secret in Secrets Manager, or a token of AWS.</summary>
public sealed record AppSecret
{
    public string? ClientSecret { get; init; }

    public string? CertificatePem { get; init; }

    public string? PrivateKeyPem { get; init; }

    /// <summary>When the client secret ends, as the administrator noted it; a certificate says it itself.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>A token that AWS has signed (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html).</summary>
    [JsonIgnore]
    public string? FederatedToken { get; init; }

    /// <summary>Reads the JSON of a secret.</summary>
    /// <exception cref="Graph.Microsoft365Exception">It is not of that form; nothing of it is quoted.</exception>
    public static AppSecret Parse(string json)
    {
        try
        {
            var secret = JsonSerializer.Deserialize(json, AppSecretJson.Default.AppSecret);
            if (secret is { ClientSecret: { Length: > 0 } } or { CertificatePem: { Length: > 0 }, PrivateKeyPem: { Length: > 0 } })
                return secret;
        }
        catch (JsonException)
        {
            // The sentence below is all that can be told without quoting a secret.
        }

        throw new Graph.Microsoft365Exception(
            """The secret must be JSON such as {"clientSecret":"..."} or {"certificatePem":"...","privateKeyPem":"..."} (step 5 of todo/5-microsoft-365.md).""")
        {
            Status = 400,
            NeedsAdministrator = true,
        };
    }

    /// <summary>When it ends; null where that is unknown.</summary>
    public DateTimeOffset? EndsAt()
    {
        if (CertificatePem is null)
            return Expires;
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem);
        return certificate.NotAfter;
    }

    /// <summary>The fields of a token request that prove it.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Fields(Microsoft365Options options, DateTimeOffset now)
    {
        if (ClientSecret is { Length: > 0 } secret)
            return [new("client_secret", secret)];
        return
        [
            new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            new("client_assertion", FederatedToken ?? Assertion(options, now)),
        ];
    }

    // https://learn.microsoft.com/entra/identity-platform/certificate-credentials
    private string Assertion(Microsoft365Options options, DateTimeOffset now)
    {
        using var certificate = X509Certificate2.CreateFromPem(CertificatePem!, PrivateKeyPem!);
        using var key = certificate.GetRSAPrivateKey()
            ?? throw new Graph.Microsoft365Exception("The certificate's key must be an RSA key (step 2 of todo/5-microsoft-365.md).") { Status = 400 };
        var header = new Dictionary<string, string>
        {
            ["alg"] = "PS256",
            ["typ"] = "JWT",
            ["x5t#S256"] = Base64Url(SHA256.HashData(certificate.RawData)),
        };
        var claims = new Dictionary<string, JsonElement>
        {
            ["aud"] = Text(options.TokenUrl.ToString()),
            ["iss"] = Text(options.ClientId),
            ["sub"] = Text(options.ClientId),
            ["jti"] = Text(Guid.NewGuid().ToString()),
            ["nbf"] = Seconds(now.AddMinutes(-1)),
            ["exp"] = Seconds(now.AddMinutes(5)),
        };
        var signed = Base64Url(JsonSerializer.SerializeToUtf8Bytes(header, AppSecretJson.Default.DictionaryStringString)) + "."
            + Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims, AppSecretJson.Default.DictionaryStringJsonElement));
        return $"{signed}.{Base64Url(key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss))}";
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, AppSecretJson.Default.String);

    private static JsonElement Seconds(DateTimeOffset at) =>
        JsonDocument.Parse(at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)).RootElement;

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AppSecret))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class AppSecretJson : JsonSerializerContext;
