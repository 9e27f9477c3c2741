using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace FlowConfigs.Tests.Access;

/// <summary>Signing in by the identity provider: pool → provider → pool → web app, as a browser goes.</summary>
public sealed class FederationTests : IClassFixture<TheSystem>, IDisposable
{
    private readonly TheSystem the;
    private readonly HttpClient browser;
    private readonly string verifier = Base64Url(RandomNumberGenerator.GetBytes(32));

    public FederationTests(TheSystem the)
    {
        this.the = the;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() };
        browser = new(handler) { BaseAddress = the.Running.SignIn.Cognito };
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Callback => new Uri(the.Running.Web, "/").ToString();

    [Fact]
    public async Task An_account_of_the_provider_gets_the_pools_tokens_with_its_role_and_paths()
    {
        var form = await FollowAsync(AuthorizeUrl("ConnectSSO"));
        var back = await FollowAsync(await SubmitAsync(form, "manager-austin", SignIn.Password));

        var query = HttpUtility.ParseQueryString(back.Query);
        Assert.Equal("s-1", query["state"]);
        var tokens = await ExchangeAsync(query["code"]!);
        var claims = SignIn.Claims((string)tokens["access_token"]!);
        Assert.Equal(("manager-austin@example.com", "ConnectSSO_manager-austin"), ((string)claims["email"]!, (string)claims["username"]!));
        Assert.Equal("field-office/austin", (string)Assert.Single(claims["flow_configs_manager"]!.AsArray())!);
        Assert.Contains("flow-configs-manager", claims["cognito:groups"]!.AsArray().Select(group => (string)group!));
    }

    [Theory]
    [InlineData("admin", "wrong")]
    [InlineData("nobody", SignIn.Password)]
    public async Task A_wrong_password_or_account_is_told_at_the_form(string account, string password)
    {
        var form = await FollowAsync(AuthorizeUrl("ConnectSSO"));
        using var response = await PostAsync(form, account, password);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("The account or the password is wrong.", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_provider_is_refused()
    {
        using var response = await browser.GetAsync(AuthorizeUrl("Other"), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_at_the_pool_is_told_as_Cognito_tells_it()
    {
        using var response = await the.Running.SignIn.InitiateAuthAsync("admin", "wrong");
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.Equal(("NotAuthorizedException", "Incorrect username or password."), ((string)problem["__type"]!, (string)problem["message"]!));
    }

    public void Dispose() => browser.Dispose();

    private Uri AuthorizeUrl(string provider)
    {
        var challenge = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return new(the.Running.SignIn.Cognito, $"/oauth2/authorize?identity_provider={provider}&client_id={SignIn.Client}&response_type=code"
            + $"&redirect_uri={Uri.EscapeDataString(Callback)}&state=s-1&code_challenge={challenge}&code_challenge_method=S256");
    }

    /// <summary>Follows redirects to a page, or to the web app, which is not asked.</summary>
    private async Task<Uri> FollowAsync(Uri url)
    {
        while (!url.ToString().StartsWith(Callback, StringComparison.Ordinal))
        {
            using var response = await browser.GetAsync(url, Stop);
            if (response.Headers.Location is not { } next)
                return url;
            url = new(url, next);
        }

        return url;
    }

    private async Task<Uri> SubmitAsync(Uri form, string account, string password)
    {
        using var response = await PostAsync(form, account, password);
        return new(form, response.Headers.Location!);
    }

    private Task<HttpResponseMessage> PostAsync(Uri form, string account, string password) => browser.PostAsync(
        form, new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = account, ["password"] = password }), Stop);

    private async Task<JsonNode> ExchangeAsync(string code)
    {
        using var response = await browser.PostAsync("/oauth2/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["client_id"] = SignIn.Client,
            ["code_verifier"] = verifier,
        }), Stop);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
