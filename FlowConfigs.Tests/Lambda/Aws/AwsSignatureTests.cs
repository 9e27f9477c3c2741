using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;
using FlowConfigs.Lambda.Aws;

namespace FlowConfigs.Tests.Lambda.Aws;

/// <summary>Our signatures are those of AWS's SDK, whichever key was used before.</summary>
public sealed class AwsSignatureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly ImmutableCredentials Long = new("AKID", "secret", null);
    private static readonly ImmutableCredentials Short = new("ASIA", "other secret", "token==");

    [Fact]
    public void A_signature_is_that_of_the_SDK_for_every_day_service_region_and_secret()
    {
        foreach (var credentials in new[] { Long, Short, Long })
            foreach (var service in new[] { "dynamodb", "polly" })
                foreach (var region in new[] { "us-east-1", "eu-west-2" })
                    foreach (var now in new[] { Noon, Noon.AddHours(1), Noon.AddDays(1), Noon })
                    {
                        using var request = Signed(credentials, service, region, now, out var body);
                        Assert.Equal(BySdk(request, body, credentials, service, region, now), request.Headers.NonValidated["Authorization"].ToString());
                    }
    }

    private static HttpRequestMessage Signed(
        ImmutableCredentials credentials, string service, string region, DateTimeOffset now, out byte[] body)
    {
        body = Encoding.UTF8.GetBytes($$"""{"é":"{{service}}"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, $"https://{service}.{region}.amazonaws.com/v1/x")
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "Some.Operation");
        AwsSignature.Sign(request, body, service, region, credentials, now);
        return request;
    }

    private static string BySdk(
        HttpRequestMessage request, byte[] body, ImmutableCredentials credentials, string service, string region, DateTimeOffset now)
    {
        var token = credentials.UseToken ? "x-amz-security-token" : null;
        string[] lines =
        [
            "content-type:application/x-amz-json-1.0",
            $"host:{request.RequestUri!.Host}",
            $"x-amz-date:{now:yyyyMMdd'T'HHmmss'Z'}",
            .. token is null ? Array.Empty<string>() : [$"{token}:{credentials.Token}"],
            "x-amz-target:Some.Operation",
        ];
        var names = string.Join(';', lines.Select(line => line.Split(':')[0]));
        var canonical = string.Join('\n', ["POST", "/v1/x", "", .. lines, "", names, Convert.ToHexStringLower(SHA256.HashData(body))]);
        return AWS4Signer.ComputeSignature(credentials, region, now.UtcDateTime, service, names, canonical).ForAuthorizationHeader;
    }
}
