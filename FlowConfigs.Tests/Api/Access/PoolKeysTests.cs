using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using FlowConfigs.Api;
using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Tests.Api.Configs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>How often the user pool is asked for its keys, and what holds while it does not answer.</summary>
public sealed class PoolKeysTests : IAsyncLifetime
{
    private readonly Dictionary<string, RSA> signing = new() { ["one"] = RSA.Create(2048), ["two"] = RSA.Create(2048) };
    private IReadOnlyList<string> published = ["one"];
    private bool isDown;
    private int fetches;
    private WebApplication pool = null!;
    private WebApplication api = null!;
    private HttpClient http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Issuer => $"{pool.Urls.Single()}/p";

    public async ValueTask InitializeAsync()
    {
        pool = Builder().Build();
        pool.MapGet("/p/.well-known/jwks.json", () =>
        {
            fetches++;
            return isDown ? Results.StatusCode(500) : Results.Text($"{{\"keys\":[{string.Join(',', published.Select(Key))}]}}");
        });
        await pool.StartAsync(Stop);

        var builder = Builder();
        builder.Configuration["FLOWCONFIGS_USER_POOL"] = Issuer;
        builder.Configuration["FLOWCONFIGS_USER_POOL_CLIENT"] = "client";
        builder.Configuration["FLOWCONFIGS_POLICY_STORE"] = "store";
        builder.Configuration["AWS_REGION"] = "us-east-1";
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddApiJson();
        builder.AddApiProblems();
        builder.AddSignIn();
        api = builder.Build();
        api.UseApiProblems();
        api.UseSignIn();
        api.MapGet("/", (CallerAccess access) => access.Caller.Email).NeedsSignIn();
        api.MapGet("/open", () => "open").Open();
        await api.StartAsync(Stop);
        http = new() { BaseAddress = new(api.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await api.DisposeAsync();
        await pool.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_once_for_many_tokens()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token("one", "one")));
        Assert.Equal(1, fetches);
    }

    [Fact]
    public async Task Made_up_key_names_do_not_keep_the_pool_busy()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token($"made-up-{i}", "one")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(null, "one")));
        Assert.InRange(fetches, 1, 2);
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token("one", "one")));
        published = ["one", "two"];
        var token = Token("two", "two");
        while (await StatusAsync(token) != HttpStatusCode.OK)
            await Task.Delay(100, Stop);
        Assert.Equal(2, fetches);
    }

    [Fact]
    public async Task While_the_pool_does_not_answer_the_last_good_keys_hold()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token("one", "one")));
        isDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token("made-up", "one")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token("one", "one")));
    }

    [Fact]
    public async Task Before_the_pool_has_answered_nobody_is_let_in_and_it_is_asked_once_a_second()
    {
        isDown = true;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => http.SendAsync(Request(Token("one", "one")), Stop).Refused(503, "Permissions can't be checked")));
        Assert.Equal(1, fetches);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/open", Stop)).StatusCode);

        isDown = false;
        while (await StatusAsync(Token("one", "one")) != HttpStatusCode.OK)
            await Task.Delay(100, Stop);
        Assert.Equal(2, fetches);
    }

    [Fact]
    public async Task A_token_with_a_critical_header_is_refused() => Assert.Equal(
        HttpStatusCode.Unauthorized, await StatusAsync(Token("one", "one", """, "crit": ["x"], "x": 1""")));

    private async Task<HttpStatusCode> StatusAsync(string token) => (await http.SendAsync(Request(token), Stop)).StatusCode;

    private static HttpRequestMessage Request(string token) => new(HttpMethod.Get, "/") { Headers = { { "Authorization", $"Bearer {token}" } } };

    private string Token(string? name, string key, string header = "")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var kid = name is null ? "" : $", \"kid\": \"{name}\"";
        var claims = $$"""{ "iss": "{{Issuer}}", "client_id": "client", "token_use": "access", "email": "ada@example.com", "exp": {{now + 600}} }""";
        var signed = $"{Part($"{{ \"alg\": \"RS256\"{kid}{header} }}")}.{Part(claims)}";
        var signature = signing[key].SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private string Key(string name)
    {
        var key = signing[name].ExportParameters(false);
        var (n, e) = (Base64Url.EncodeToString(key.Modulus), Base64Url.EncodeToString(key.Exponent));
        return $"{{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"{name}\",\"n\":\"{n}\",\"e\":\"{e}\"}}";
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
