using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>A request that would cost much more than any config needs is refused before anything is computed.</summary>
public sealed class CostLimitTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly string id = $"test-{Guid.NewGuid():N}";

    public static TheoryData<string, object> TooMany => new()
    {
        { "changes", new { variables = Variables(1), changes = Enumerable.Range(0, 4000).Select(Change) } },
        { "variables", new { variables = Variables(6000) } },
        { "overrides", new { overrides = Variables(6000).ToDictionary(variable => variable.name, _ => new { value = "" }) } },
        { "changes[0].values", new { changes = new[] { Change(0, Variables(2000).Select(variable => variable.name)) } } },
        { "prompts[0].texts", new { prompts = new[] { new { name = "Welcome", texts = Texts(5000) } } } },
        { "overrides.Welcome.texts", new { overrides = new { Welcome = new { texts = Texts(5000) } } } },
        { "variables[0].constraints.options", new { variables = new[] { Select(5000) } } },
        { "variables[0].constraints.pattern", new { variables = new[] { Pattern(new string('a', 5000)) } } },
    };

    [Theory]
    [MemberData(nameof(TooMany))]
    public async Task More_than_a_config_may_have_returns_400_from_a_preview_and_a_save(string path, object config)
    {
        foreach (var (address, body) in new[] { ("/api/preview", (object)new { id, config }), ($"/api/configs/{id}", config) })
        {
            var problem = await SendAsync("viewer", address, body).Refused(address == "/api/preview" ? 400 : 403, "");
            if (address == "/api/preview")
                Assert.Contains("at most", (string?)problem["errors"]![path]?[0]);
            else
                Assert.Contains("at most", (string?)(await SendAsync("admin", address, body).Refused(400, ""))["errors"]![path]?[0]);
        }
    }

    [Fact]
    public async Task Patterns_that_take_too_long_share_one_time_budget()
    {
        var bad = new { variables = Enumerable.Range(0, 60).Select(i => Pattern("(a+)+b", $"V{i}", new string('a', 40))) };
        var clock = Stopwatch.StartNew();
        var preview = await (await SendAsync("viewer", "/api/preview", new { id, config = bad })).Json();
        // A tenth of a second for each would be 6 s.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.Equal(60, preview["problems"]!.AsArray().Count(problem => ((string)problem!["message"]!).Contains("takes too long")));
    }

    [Fact]
    public async Task The_largest_config_that_is_allowed_is_previewed()
    {
        var config = new { variables = Variables(1000), changes = Enumerable.Range(0, 20).Select(Change) };
        var preview = await (await SendAsync("viewer", "/api/preview", new { id, config })).Json();
        Assert.Equal(1000, preview["effects"]!.AsArray().Count);
    }

    private async Task<HttpResponseMessage> SendAsync(string account, string path, object body) =>
        await new ConfigsClient(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync(account))
            .Send(HttpMethod.Post, path, JsonSerializer.Serialize(body));

    private static IEnumerable<Variable> Variables(int count) =>
        Enumerable.Range(0, count).Select(i => new Variable($"V{i}", "text", ""));

    private static Dictionary<string, object> Texts(int count) =>
        Enumerable.Range(0, count).ToDictionary(i => $"en-{i}", _ => (object)new { voice = "Hello" });

    private static object Change(int i) => Change(i, ["V0"]);

    private static object Change(int i, IEnumerable<string> keys) => new
    {
        id = $"c{i}",
        from = "2199-01-01T00:00Z",
        until = $"2199-01-02T{i / 60 % 24:D2}:{i % 60:D2}Z",
        values = keys.ToDictionary(key => key, _ => new { value = "x" }),
    };

    private static JsonObject Select(int options) => new()
    {
        ["name"] = "S",
        ["kind"] = "select",
        ["value"] = "0",
        ["constraints"] = new JsonObject { ["options"] = new JsonArray([.. Enumerable.Range(0, options).Select(i => JsonValue.Create($"{i}"))]) },
    };

    private static JsonObject Pattern(string pattern, string name = "P", string value = "") => new()
    {
        ["name"] = name,
        ["kind"] = "text",
        ["value"] = value,
        ["constraints"] = new JsonObject { ["pattern"] = pattern },
    };

    private sealed record Variable(string name, string kind, string value);
}
