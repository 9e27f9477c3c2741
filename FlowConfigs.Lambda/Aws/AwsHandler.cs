using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace FlowConfigs.Lambda.Aws;

/// <summary>
/// Calls an AWS service that has no SDK package here: signs each request, and turns a refusal into an exception. As a handler of an
/// HttpClient it signs every attempt anew, because a signature has the time of its attempt.
/// </summary>
/// <param name="service">The name by which AWS signs, such as dynamodb.</param>
/// <param name="region">The Region of the address.</param>
/// <param name="seek">Seeks the credentials, at the first call and until it has found some.</param>
/// <param name="time">The clock.</param>
public sealed class AwsHandler(string service, string region, Func<AWSCredentials> seek, TimeProvider time) : DelegatingHandler
{
    // The largest answer is DynamoDB's: 16 MB of items.
    private const int MaxAnswer = 32 * 1024 * 1024;

    private AWSCredentials? credentials;

    /// <summary>Whether exceptions have the service's own sentence. It may quote what was sent, such as a token.</summary>
    public bool QuotesService { get; init; }

    /// <summary>The SDK's own chain of credentials; a stand-in on this machine takes any, and real ones have no business there.</summary>
    public static AWSCredentials CredentialsFor(Uri address) =>
        address.IsLoopback ? new BasicAWSCredentials("local", "local") : DefaultAWSCredentialsIdentityResolver.GetCredentials();

    /// <inheritdoc/>
    /// <exception cref="AmazonServiceException">The service refuses; <see cref="AmazonServiceException.ErrorCode"/> says why.</exception>
    /// <exception cref="AmazonClientException">There are no credentials at the moment.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        // Not a Lazy: one would remember that there were none, and the program would never look again.
        credentials ??= seek();
        AwsSignature.Sign(request, body, service, region, await credentials.GetCredentialsAsync(), time.GetUtcNow());
        var response = await base.SendAsync(request, cancellationToken);
        // Here, so that the limit of an attempt holds for the whole answer.
        await response.Content.LoadIntoBufferAsync(MaxAnswer, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;
        using (response)
            throw await RefusalAsync(response, cancellationToken);
    }

    // The header of REST services, and what the others have in the body, with a namespace before it:
    // https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization
    private async Task<AmazonServiceException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (type, message) = ReadError(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        if (response.Headers.TryGetValues("x-amzn-ErrorType", out var types))
            type = types.First().Split(':')[0];
        var told = QuotesService && message != "" ? message : $"{service} answered {(int)response.StatusCode} {type}.";
        return new(told, null, ErrorType.Unknown, type, null, response.StatusCode);
    }

    private static (string Type, string Message) ReadError(byte[] answer)
    {
        try
        {
            using var error = JsonDocument.Parse(answer);
            // Where a call is not allowed, the message's name begins with a capital.
            return (Text("__type").Split('#')[^1], Text("message") is { Length: > 0 } message ? message : Text("Message"));

            string Text(string name) => error.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Something between here and there has answered.
            return ("", "");
        }
    }
}
