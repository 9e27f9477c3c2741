using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests;

/// <summary>
/// Tokens that the pool did not issue: some signed with its own key, which cognito-local publishes, others as an attacker would make
/// them.
/// </summary>
internal sealed class ForgedTokens(SignIn signIn)
{
    private static readonly JsonNode Key = JsonNode.Parse(File.ReadAllText(
        Repository.Path("FlowConfigs.AppHost/emulators/node_modules/cognito-local/lib/keys/cognitoLocal.private.json")))!;

    // Making a key takes a second where the machine is busy.
    private static readonly Lazy<RSAParameters> NobodysKey = new(() =>
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportParameters(includePrivateParameters: true);
    });

    /// <summary>A good token of somebody whom the pool does not know, for tests that need other paths than the accounts have.</summary>
    public string Of(string email, string group, params IEnumerable<string> paths) => Of(email, [(group, [.. paths])]);

    /// <summary>The same with several roles, each in paths of its own.</summary>
    public string Of(string email, params IReadOnlyList<(string Group, string[] Paths)> roles) => Signed(claims =>
    {
        claims["email"] = email;
        claims["cognito:groups"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role.Group))]);
        claims.Remove("flow_configs_admin");
        foreach (var (group, paths) in roles)
            claims[group.Replace('-', '_')] = new JsonArray([.. paths.Select(path => JsonValue.Create(path))]);
    });

    /// <summary>An admin's claims with a change, signed with the pool's key.</summary>
    public string Signed(Action<JsonObject> change)
    {
        var head = Part(new JsonObject { ["alg"] = "RS256", ["kid"] = "CognitoLocal" });
        using var rsa = RSA.Create();
        rsa.ImportFromPem((string)Key["pem"]!);
        return Sign($"{head}.{Claims(change)}", data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Signed with a key that is nobody's, under a name of ours or the pool's.</summary>
    public string WithOtherKey(string name)
    {
        using var rsa = RSA.Create(NobodysKey.Value);
        var head = Part(new JsonObject { ["alg"] = "RS256", ["kid"] = name });
        return Sign($"{head}.{Claims()}", data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The public key, which everybody has, taken for a shared secret.</summary>
    public string Hs256WithThePublicKey()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem((string)Key["pem"]!);
        var head = Part(new JsonObject { ["alg"] = "HS256", ["kid"] = "CognitoLocal" });
        return Sign($"{head}.{Claims()}", data => HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), data));
    }

    public string Unsigned(string algorithm, string signature)
    {
        var head = Part(new JsonObject { ["alg"] = algorithm, ["kid"] = "CognitoLocal" });
        return $"{head}.{Claims()}.{signature}";
    }

    /// <summary>A viewer's token, changed into an admin's under its old signature.</summary>
    public async Task<string> TamperedAsync()
    {
        var parts = (await signIn.AccessTokenAsync("viewer")).Split('.');
        var claims = SignIn.Claims(string.Join('.', parts)).AsObject();
        claims["cognito:groups"] = new JsonArray("flow-configs-admin");
        return $"{parts[0]}.{Part(claims)}.{parts[2]}";
    }

    private string Claims(Action<JsonObject>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = signIn.Issuer,
            ["client_id"] = SignIn.Client,
            ["token_use"] = "access",
            ["sub"] = Guid.NewGuid().ToString(),
            ["email"] = "eve@example.com",
            ["cognito:groups"] = new JsonArray("flow-configs-admin"),
            ["flow_configs_admin"] = new JsonArray("/"),
            ["iat"] = now,
            ["exp"] = now + 600,
        };
        change?.Invoke(claims);
        return Part(claims);
    }

    private static string Sign(string text, Func<byte[], byte[]> sign) =>
        $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
