using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace FlowConfigs.Lambda.Aws;

/// <summary>
/// Signs a POST to an AWS service that is called without its package; to a path that needs no escapes.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
public static class AwsSignature
{
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
        foreach (var name in new[] { "Authorization", "X-Amz-Date", "X-Amz-Security-Token" })
            request.Headers.Remove(name);
        request.Headers.Add("X-Amz-Date", now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (credentials.UseToken)
            request.Headers.Add("X-Amz-Security-Token", credentials.Token);
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: string.Join(',', header.Value)))
            .Append((Name: "content-type", Value: request.Content!.Headers.ContentType!.ToString()))
            .Append((Name: "host", Value: request.RequestUri!.Authority))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .ToList();
        var names = string.Join(';', headers.Select(header => header.Name));
        var canonical = string.Join('\n',
        [
            "POST", request.RequestUri.AbsolutePath, "", .. headers.Select(header => $"{header.Name}:{header.Value}"), "", names,
            Convert.ToHexStringLower(SHA256.HashData(body)),
        ]);
        var signature = AWS4Signer.ComputeSignature(credentials, region, now.UtcDateTime, service, names, canonical);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }
}
