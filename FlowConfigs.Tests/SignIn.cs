using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests;

/// <summary>Signs accounts in with the password, as Amplify would, and keeps their tokens for half of the hour that they are valid.</summary>
internal sealed class SignIn(Uri cognito) : IDisposable
{
    public const string Password = "Flow-Configs-1";
    public const string Client = "flowconfigsweb";
    private const string UserPool = "local_flowconfigs";

    private readonly HttpClient http = new() { BaseAddress = cognito };
    private readonly ConcurrentDictionary<string, Kept> tokens = [];

    public Uri Cognito => cognito;

    public string Issuer => new Uri(cognito, UserPool).ToString();

    public async Task<string> AccessTokenAsync(string account) => (string)(await TokensAsync(account))["AccessToken"]!;

    /// <summary>What a browser holds in which the account has signed in, for Playwright: the tokens under Amplify's names.</summary>
    public async Task<string> StorageStateAsync(string account, Uri web)
    {
        var tokens = await TokensAsync(account);
        const string Prefix = $"CognitoIdentityServiceProvider.{Client}";
        var stored = new Dictionary<string, string>
        {
            [$"{Prefix}.LastAuthUser"] = account,
            [$"{Prefix}.{account}.accessToken"] = (string)tokens["AccessToken"]!,
            [$"{Prefix}.{account}.idToken"] = (string)tokens["IdToken"]!,
            [$"{Prefix}.{account}.refreshToken"] = (string)tokens["RefreshToken"]!,
            [$"{Prefix}.{account}.clockDrift"] = "0",
        };
        var items = stored.Select(item => new JsonObject { ["name"] = item.Key, ["value"] = item.Value });
        var origin = new JsonObject { ["origin"] = web.GetLeftPart(UriPartial.Authority), ["localStorage"] = new JsonArray([.. items]) };
        return new JsonObject { ["cookies"] = new JsonArray(), ["origins"] = new JsonArray(origin) }.ToJsonString();
    }

    public async Task<string> IdTokenAsync(string account) => (string)(await TokensAsync(account))["IdToken"]!;

    /// <summary>What a token says.</summary>
    public static JsonNode Claims(string token) =>
        JsonNode.Parse(Convert.FromBase64String(Padded(token.Split('.')[1].Replace('-', '+').Replace('_', '/'))))!;

    /// <summary>https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html</summary>
    public async Task<HttpResponseMessage> InitiateAuthAsync(string account, string password)
    {
        var body = new JsonObject
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            ["ClientId"] = Client,
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = account, ["PASSWORD"] = password },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        return await http.SendAsync(request);
    }

    /// <summary>A client whose requests carry the account's token of now, for as long as a run lasts.</summary>
    public HttpClient SignedIn(string account, Uri address, HttpMessageHandler? transport = null) =>
        new(new Signed(this, account) { InnerHandler = transport ?? new SocketsHttpHandler() }) { BaseAddress = address };

    public void Dispose() => http.Dispose();

    private Task<JsonNode> TokensAsync(string account) =>
        tokens.AddOrUpdate(account, NewTokens, (name, kept) => kept.IsOld ? NewTokens(name) : kept).Tokens.Value;

    private Kept NewTokens(string account) => new(Stopwatch.GetTimestamp(), new(() => SignInAsync(account)));

    private async Task<JsonNode> SignInAsync(string account)
    {
        using var response = await InitiateAuthAsync(account, Password);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["AuthenticationResult"]!;
    }

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');

    private sealed record Kept(long Since, Lazy<Task<JsonNode>> Tokens)
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

        public bool IsOld => Stopwatch.GetElapsedTime(Since) > Longest;
    }

    private sealed class Signed(SignIn signIn, string account) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization ??= new AuthenticationHeaderValue("Bearer", await signIn.AccessTokenAsync(account));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
