using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Emulators;

/// <summary>The emulators in Node serve this machine only, and of its pages the web app and their own.</summary>
public sealed class ForeignRequestsTests(TheSystem the) : IClassFixture<TheSystem>, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose() => http.Dispose();

    public static TheoryData<string, string> Emulators => new()
    {
        { "cognito", "/local_flowconfigs/.well-known/jwks.json" },
        { "cognito", "/local_flowconfigs/.well-known/openid-configuration" },
        { "identity-provider", "/.well-known/openid-configuration" },
        { "verified-permissions", "/health" },
        { "m365", "/health" },
        { "workspace", "/" },
    };

    [Theory]
    [MemberData(nameof(Emulators))]
    public async Task Only_names_of_this_machine_are_answered(string emulator, string path)
    {
        foreach (var host in (string[])["localhost", "LOCALHOST:1", "127.0.0.1:9229", "[::1]:9229"])
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, await AddressOfAsync(emulator, path), ("Host", host)));
        foreach (var host in (string[])["attacker.example", "localhost.attacker.example:9229", "192.168.0.10:9229"])
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, await AddressOfAsync(emulator, path), ("Host", host)));
    }

    [Theory]
    [MemberData(nameof(Emulators))]
    public async Task Page_from_elsewhere_is_refused(string emulator, string path)
    {
        foreach (var origin in (string[])["https://attacker.example", "http://localhost:1", "null"])
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Get, await AddressOfAsync(emulator, path), ("Origin", origin)));
    }

    [Fact]
    public async Task Refusal_is_a_sentence()
    {
        using var response = await SendAsync(HttpMethod.Get, await AddressOfAsync("cognito", "/"), ("Host", "attacker.example"));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(
            "The emulators answer to localhost, 127.0.0.1 and [::1], not to the host name 'attacker.example'.", (string?)answer["message"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Cognito_lets_the_web_apps_origin_alone_read_its_answers(string method)
    {
        using var own = await SignInAsync(new(method), WebOrigin);
        Assert.True(own.IsSuccessStatusCode);
        Assert.Equal(WebOrigin, Assert.Single(own.Headers.GetValues("Access-Control-Allow-Origin")));
        using var foreign = await SignInAsync(new(method), "https://attacker.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Own_log_in_form_of_the_identity_provider_is_accepted()
    {
        var provider = await AddressOfAsync("identity-provider", "/sign-in/none");
        // It has no such log-in, but the form's own origin is not what it refuses.
        Assert.Equal(
            HttpStatusCode.BadRequest, await StatusAsync(HttpMethod.Post, provider, ("Origin", provider.GetLeftPart(UriPartial.Authority))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Post, provider, ("Origin", "https://attacker.example")));
    }

    private string WebOrigin => the.Running.Web.GetLeftPart(UriPartial.Authority);

    private async Task<Uri> AddressOfAsync(string emulator, string path) => new(emulator switch
    {
        "cognito" => the.Running.SignIn.Cognito,
        "identity-provider" => new Uri((await the.Running.EnvironmentOfAsync("cognito"))["IDENTITY_PROVIDER_URL"]),
        "verified-permissions" => the.Running.VerifiedPermissions,
        "m365" => the.Running.Microsoft365,
        _ => the.Running.Workspace,
    }, path);

    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html
    private async Task<HttpResponseMessage> SignInAsync(HttpMethod method, string origin)
    {
        using var request = new HttpRequestMessage(method, await AddressOfAsync("cognito", "/"));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.InitiateAuth");
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(
                $$$"""{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"{{{SignIn.Client}}}","AuthParameters":{"USERNAME":"viewer","PASSWORD":"{{{SignIn.Password}}}"}}""",
                Encoding.UTF8, "application/x-amz-json-1.1");
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(method, address, headers);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
