using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace FlowConfigs.Api.Permissions;

/// <summary>
/// Signs a POST to an AWS service whose package is not on the registry used here; to a path that needs no escapes.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static class AwsSignature
{
    public static void Sign(
        HttpRequestMessage request, byte[] body, string service, string region, ImmutableCredentials credentials, DateTimeOffset now)
    {
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
