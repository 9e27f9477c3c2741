using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Microsoft365.Graph;
using FlowConfigs.Microsoft365.SignIn;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>
/// What proves to Microsoft that we are the app: a secret in Secrets Manager, a file on a developer's machine, or a token that AWS signs
/// for this function's role. Read at run time and kept for five minutes, so that a rotation needs no deployment.
/// </summary>
internal sealed partial class Secrets(Func<CancellationToken, Task<AppSecret>> read, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    // A token of AWS is good for 300 s at the most, and used at once.
    private const string WebIdentity =
        "Action=GetWebIdentityToken&Version=2011-06-15&Audience.member.1=api%3A%2F%2FAzureADTokenExchange&SigningAlgorithm=RS256&DurationSeconds=300";

    private (AppSecret Secret, long At)? kept;

    /// <exception cref="InvalidOperationException">Neither a secret nor a file is named.</exception>
    public static Secrets Of(Microsoft365Options options, Func<string, string?> variable, TimeProvider time)
    {
        if (options.Auth == "federation")
            return new(stop => FederatedAsync(Client("sts", variable, time), stop), time);
        if (variable("M365_SECRET_FILE") is { Length: > 0 } file)
            return new(async stop => AppSecret.Parse(await File.ReadAllTextAsync(file, stop)), time);
        var name = variable("M365_SECRET_NAME") is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException("M365_SECRET_NAME is not set: name the secret in Secrets Manager.");
        return new(stop => StoredAsync(Client("secretsmanager", variable, time), name, stop), time);
    }

    public async Task<AppSecret> ReadAsync(bool again, CancellationToken cancellationToken)
    {
        if (again || kept is not { } known || time.GetElapsedTime(known.At) >= GoodFor || known.Secret.FederatedToken is not null)
            kept = (await read(cancellationToken), time.GetTimestamp());
        return kept.Value.Secret;
    }

    private static HttpClient Client(string service, Func<string, string?> variable, TimeProvider time)
    {
        var region = variable("AWS_REGION") is { Length: > 0 } given ? given : "us-east-1";
        var address = new Uri($"https://{service}.{region}.amazonaws.com/");
        return new(new AwsHandler(service, region, () => AwsHandler.CredentialsFor(address), time) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(3),
        };
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    private static async Task<AppSecret> StoredAsync(HttpClient client, string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent($$"""{"SecretId":"{{JsonEncodedText.Encode(name)}}"}""", Encoding.UTF8, "application/x-amz-json-1.1"),
        };
        request.Headers.Add("X-Amz-Target", "secretsmanager.GetSecretValue");
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw Refused(response, $"AWS Secrets Manager did not give the secret {name}. Check M365_SECRET_NAME, and that the secret exists in this "
                + "Region (step 5 of todo/5-microsoft-365.md).");
        }

        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return AppSecret.Parse(answer.RootElement.GetProperty("SecretString").GetString() ?? "");
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html
    private static async Task<AppSecret> FederatedAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsync(
            new Uri("/", UriKind.Relative), new StringContent(WebIdentity, Encoding.UTF8, "application/x-www-form-urlencoded"), cancellationToken);
        var token = Token().Match(await response.Content.ReadAsStringAsync(cancellationToken));
        return response.IsSuccessStatusCode && token.Success
            ? new() { FederatedToken = token.Groups[1].Value }
            : throw Refused(response, "AWS STS signed no token for this function's role. Enable outbound web identity federation for the account "
                + "(step 2 of todo/5-microsoft-365.md).");
    }

    // As when Microsoft refuses: the refresher goes on reporting how old its data is, and the outbox keeps its mail.
    private static Microsoft365Exception Refused(HttpResponseMessage response, string sentence) => new(sentence)
    {
        Status = (int)response.StatusCode,
        NeedsAdministrator = (int)response.StatusCode is < 500 and not 429,
    };

    [GeneratedRegex("<WebIdentityToken>([^<]+)</WebIdentityToken>")]
    private static partial Regex Token();
}
