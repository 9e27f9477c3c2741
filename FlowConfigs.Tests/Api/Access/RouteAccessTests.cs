using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>Every route of the API description with every kind of token, on Kestrel and as a Lambda.</summary>
public abstract class RouteAccessTests(TheSystem the, HttpClient http)
{
    /// <summary>
    /// What a route answers to each account: 401 or 403 where it is refused, and otherwise what comes after the decision, which is
    /// mostly that something is missing. {id} is outside field-office/austin, except in the last column.
    /// </summary>
    private static readonly Dictionary<string, (int Viewer, int Manager, int Admin, int Outside, int Inside)> Expected = new()
    {
        ["GET /api/public-settings"] = (200, 200, 200, 200, 200),
        ["GET /api/me"] = (200, 200, 200, 200, 200),
        ["GET /api/functions"] = (200, 200, 200, 200, 200),
        ["GET /api/configs"] = (200, 200, 200, 200, 200),
        ["GET /api/configs/{id}"] = (404, 404, 404, 403, 404),
        ["POST /api/configs/{id}"] = (403, 403, 400, 403, 403),
        ["PUT /api/configs/{id}"] = (403, 400, 400, 403, 400),
        ["DELETE /api/configs/{id}"] = (403, 403, 428, 403, 403),
        ["POST /api/configs/{id}/clone"] = (400, 400, 400, 403, 400),
        ["POST /api/configs/{id}/move"] = (403, 403, 400, 403, 403),
        ["POST /api/configs/{id}/changes"] = (403, 400, 400, 403, 400),
        ["PUT /api/configs/{id}/changes/{change}"] = (403, 400, 400, 403, 400),
        ["DELETE /api/configs/{id}/changes/{change}"] = (403, 428, 428, 403, 428),
        ["GET /api/configs/{id}/versions"] = (404, 404, 404, 403, 404),
        ["GET /api/configs/{id}/versions/{version}"] = (400, 400, 400, 403, 400),
        ["GET /api/configs/{id}/diff"] = (400, 400, 400, 403, 400),
        ["POST /api/configs/{id}/restore"] = (403, 400, 400, 403, 400),
        ["GET /api/configs/{id}/overrides/{key}"] = (200, 200, 200, 403, 200),
        ["GET /api/configs/{id}/completeness"] = (404, 404, 404, 403, 404),
        ["GET /api/texts"] = (400, 400, 400, 400, 400),
        ["GET /api/completeness"] = (200, 200, 200, 200, 200),
        ["POST /api/preview"] = (400, 400, 400, 400, 400),
        ["POST /api/live-check"] = (400, 400, 400, 400, 400),
        ["POST /api/speech"] = (400, 400, 400, 400, 400),
        ["POST /api/web-errors"] = (400, 400, 400, 400, 400),
        ["GET /api/audit"] = (200, 200, 200, 200, 200),
        ["GET /api/scenarios"] = (200, 200, 200, 200, 200),
        ["POST /api/scenarios/check"] = (400, 400, 400, 400, 400),
        ["GET /api/scenarios/{id}"] = (404, 404, 404, 403, 404),
        ["PUT /api/scenarios/{id}"] = (403, 400, 400, 403, 400),
        ["DELETE /api/scenarios/{id}"] = (403, 403, 428, 403, 403),
        ["GET /api/scenarios/{id}/preview"] = (404, 404, 404, 403, 404),
        ["POST /api/scenarios/{id}/on"] = (403, 400, 400, 403, 400),
        ["POST /api/scenarios/{id}/off"] = (403, 404, 404, 403, 404),
        ["GET /api/aliases"] = (200, 200, 200, 200, 200),
        ["GET /api/aliases/{id}"] = (404, 404, 404, 403, 404),
        ["PUT /api/aliases/{id}"] = (403, 403, 400, 403, 403),
        ["DELETE /api/aliases/{id}"] = (403, 403, 428, 403, 403),
        ["GET /api/lists"] = (200, 200, 200, 200, 200),
        ["GET /api/lists/{id}"] = (404, 404, 404, 403, 404),
        ["POST /api/lists/{id}"] = (403, 403, 400, 403, 403),
        ["PUT /api/lists/{id}"] = (403, 403, 400, 403, 403),
        ["DELETE /api/lists/{id}"] = (403, 403, 428, 403, 403),
        ["GET /api/lists/{id}/entries"] = (404, 404, 404, 403, 404),
        ["POST /api/lists/{id}/entries"] = (403, 415, 415, 403, 415),
        ["GET /api/lists/{id}/entries/{key}"] = (400, 400, 400, 403, 400),
        ["PUT /api/lists/{id}/entries/{key}"] = (403, 400, 400, 403, 400),
        ["DELETE /api/lists/{id}/entries/{key}"] = (403, 400, 400, 403, 400),
        ["GET /api/calls"] = (200, 200, 200, 403, 403),
        ["GET /api/office-calendars"] = (200, 200, 200, 403, 403),
        ["POST /api/office-calendars/refresh"] = (200, 200, 200, 403, 403),
        ["GET /api/mails"] = (200, 200, 200, 403, 403),
        ["POST /api/mails/resend"] = (403, 400, 400, 403, 403),
        ["POST /api/mails/test"] = (403, 400, 400, 403, 403),
        ["GET /api/export"] = (200, 200, 200, 200, 200),
        ["POST /api/import"] = (403, 403, 415, 403, 403),
        ["GET /api/settings"] = (200, 200, 200, 200, 200),
        ["PUT /api/settings"] = (403, 403, 400, 403, 403),
    };

    private static readonly string[] Open = ["GET /api/public-settings"];

    private static readonly IReadOnlyList<string> Routes = [.. ReadRoutes()];

    public static TheoryData<string> All => [.. Routes];

    [Fact]
    public void Every_route_has_a_row_in_the_table() => Assert.Equal(Routes.Order(), Expected.Keys.Order());

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_token_that_is_missing_or_wrong_is_refused_with_401(string route)
    {
        foreach (var (kind, token) in await WrongTokensAsync())
        {
            var (status, problem) = await SendAsync(route, token, "nowhere");
            Assert.True(status == (Open.Contains(route) ? 200 : 401), $"{route} with {kind}: {status} {problem}");
            if (status == 401)
                Assert.Contains("Sign in", problem);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_account_may_do_what_its_role_and_paths_permit(string route)
    {
        var expected = Expected[route];
        Assert.Equal(
            (route, expected.Viewer, expected.Manager, expected.Admin, expected.Outside, expected.Inside),
            (route, await StatusAsync("viewer"), await StatusAsync("manager"), await StatusAsync("admin"),
                await StatusAsync("manager-austin"), await StatusAsync("manager-austin", "field-office~austin~nowhere")));

        async Task<int> StatusAsync(string account, string id = "nowhere") =>
            (await SendAsync(route, await the.Running.SignIn.AccessTokenAsync(account), id)).Status;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_refusal_is_a_problem_in_JSON_whatever_the_request_accepts(string route)
    {
        var viewer = await the.Running.SignIn.AccessTokenAsync("viewer");
        foreach (var accept in new[] { "text/html", "text/csv", "image/png;q=0.1" })
        {
            Assert.Equal((accept, Open.Contains(route) ? 200 : 401), (accept, (await SendAsync(route, null, "nowhere", accept)).Status));
            Assert.Equal((accept, Expected[route].Viewer), (accept, (await SendAsync(route, viewer, "nowhere", accept)).Status));
        }
    }

    [Fact]
    public async Task A_route_that_does_not_exist_tells_nothing_without_a_token()
    {
        Assert.Equal(401, (await SendAsync("GET /api/nothing", null, "")).Status);
        Assert.Equal(404, (await SendAsync("GET /api/nothing", await the.Running.SignIn.AccessTokenAsync("viewer"), "")).Status);
    }

    private async Task<Dictionary<string, string?>> WrongTokensAsync()
    {
        var forged = new ForgedTokens(the.Running.SignIn);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["no token"] = null,
            ["an expired token"] = forged.Signed(claims => claims["exp"] = now - 1),
            ["no expiry"] = forged.Signed(claims => claims.Remove("exp")),
            ["a token of tomorrow"] = forged.Signed(claims => claims["nbf"] = now + 86_400),
            ["another pool's token"] = forged.Signed(claims => claims["iss"] = the.Running.SignIn.Issuer + "2"),
            ["another client's token"] = forged.Signed(claims => claims["client_id"] = "other"),
            ["an identity token"] = await the.Running.SignIn.IdTokenAsync("admin"),
            ["an identity token's use"] = forged.Signed(claims => claims["token_use"] = "id"),
            ["no e-mail address"] = forged.Signed(claims => claims.Remove("email")),
            ["claims of other kinds"] = forged.Signed(claims => claims["iss"] = new JsonArray(the.Running.SignIn.Issuer)),
            ["alg none"] = forged.Unsigned("none", ""),
            ["alg none with a signature"] = forged.Unsigned("none", "AAAA"),
            ["RS256 without a signature"] = forged.Unsigned("RS256", ""),
            ["HS256 with the public key"] = forged.Hs256WithThePublicKey(),
            ["another key"] = forged.WithOtherKey("other"),
            ["another key under the pool's name"] = forged.WithOtherKey("CognitoLocal"),
            ["a tampered token"] = await forged.TamperedAsync(),
            ["half a token"] = (await the.Running.SignIn.AccessTokenAsync("admin"))[..^200],
            ["no token at all"] = "token",
        };
    }

    private async Task<(int Status, string Problem)> SendAsync(string route, string? token, string id, string? accept = null)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1].Replace("{id}", id, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new(method), path);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)response.StatusCode >= 400)
            Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), response.Content.Headers.ContentType);
        return ((int)response.StatusCode, text);
    }

    private static IEnumerable<string> ReadRoutes()
    {
        var description = JsonNode.Parse(File.ReadAllText(Repository.Path("FlowConfigs.Api/openapi.json")))!;
        return from path in description["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Key is not ("parameters" or "summary" or "description")
               select $"{operation.Key.ToUpperInvariant()} {path.Key}";
    }
}

public sealed class RouteAccessOnKestrelTests(TheSystem the) : RouteAccessTests(the, the.Running.ApiUnsigned), IClassFixture<TheSystem>;
