using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace FlowConfigs.Lambda.Aws;

/// <summary>
/// Signs a POST to an AWS service that is called without its package; to a path that needs no escapes.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
public static class AwsSignature
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    // A key is good for a day, a Region and a service; making one takes as long as all the rest.
    private static readonly ConcurrentDictionary<(string Service, string Region), SigningKey> Keys = new();

    /// <summary>Adds the date, the session's token where there is one, and the signature.</summary>
    /// <param name="request">With its address, its content's type, and every header that is to be signed.</param>
    /// <param name="body">The content.</param>
    /// <param name="service">The name by which AWS signs, such as dynamodb.</param>
    /// <param name="region">The Region of the address.</param>
    /// <param name="credentials">Whose call it is.</param>
    /// <param name="now">AWS takes a date that is at most five minutes off.</param>
    public static void Sign(
        HttpRequestMessage request, byte[] body, string service, string region, ImmutableCredentials credentials, DateTimeOffset now)
    {
        // Of an attempt before.
        request.Headers.Remove("Authorization");
        request.Headers.Remove("X-Amz-Date");
        request.Headers.Remove("X-Amz-Security-Token");
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var day = time[..8];
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        if (credentials.UseToken)
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", credentials.Token);
        var (canonical, names) = Canonical(request, body);
        var scope = $"{day}/{region}/{service}/aws4_request";
        var signature = Hmac(Key(credentials.SecretKey, day, region, service), $"{Algorithm}\n{time}\n{scope}\n{Hash(canonical)}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{Algorithm} Credential={credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={Convert.ToHexStringLower(signature)}");
    }

    private static (string Request, string Names) Canonical(HttpRequestMessage request, byte[] body)
    {
        var headers = new List<(string Name, string Value)>(6)
        {
            ("content-type", request.Content!.Headers.ContentType!.ToString()),
            ("host", request.RequestUri!.Authority),
        };
        foreach (var header in request.Headers.NonValidated)
            headers.Add((header.Key.ToLowerInvariant(), header.Value.ToString()));
        headers.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));

        var names = new StringBuilder(128);
        var text = new StringBuilder(1024).Append("POST\n").Append(request.RequestUri.AbsolutePath).Append("\n\n");
        foreach (var (name, value) in headers)
        {
            names.Append(names.Length == 0 ? "" : ";").Append(name);
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        text.Append('\n').Append(names).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(body)));
        return (text.ToString(), names.ToString());
    }

    private static byte[] Key(string secret, string day, string region, string service)
    {
        if (Keys.TryGetValue((service, region), out var known) && known.Day == day && known.Secret == secret)
            return known.Key;
        var key = Encoding.UTF8.GetBytes($"AWS4{secret}");
        foreach (var part in new[] { day, region, service, "aws4_request" })
            key = Hmac(key, part);
        Keys[(service, region)] = new(day, secret, key);
        return key;
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record SigningKey(string Day, string Secret, byte[] Key);
}
