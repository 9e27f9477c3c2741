using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Resolving;

public sealed class PreviewTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient configs = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_preview_is_what_the_flow_gets_with_a_reason_for_each_value()
    {
        await Offices();
        var preview = await Preview(new { id = $"{id}/austin", language = "es-MX", channel = "CHAT" });
        var flow = await the.Running.InvokeAsync(
            "get-config",
            JsonSerializer.Serialize(new
            {
                Details = new { ContactData = new { Channel = "CHAT" }, Parameters = new { id = $"{id}/austin", lang = "es-MX" } },
            }));
        Assert.Equal(flow.ToJsonString(), preview["answer"]!.ToJsonString());
        Assert.Equal(["own", "inherited"], preview["values"]!.AsArray().Select(v => (string?)v!["reason"]!["source"]));
        Assert.Equal("first", (string?)preview["values"]![1]!["reason"]!["languageMatch"]);
        Assert.InRange((int)preview["sizes"]!["answer"]!["bytes"]!, 50, 300);
        Assert.InRange((int)preview["sizes"]!["item"]!["bytes"]!, 200, 2000);
    }

    [Fact]
    public async Task A_preview_at_another_time_has_the_changes_that_hold_then()
    {
        await Offices();
        var change = new { until = "2030-01-01T18:00Z", from = "2030-01-01T17:00Z", values = new { Closure = new { value = "true" } } };
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", JsonSerializer.Serialize(new { change }), "\"1\"");
        foreach (var (at, value) in new[] { ("2030-01-01T16:59", "false"), ("2030-01-01T17:00Z", "true"), ("2030-01-01T18:00Z", "false") })
            Assert.Equal(value, (string?)(await Preview(new { id = $"{id}/boston", at }))["answer"]!["Closure"]);
    }

    [Fact]
    public async Task An_unsaved_change_of_a_parent_says_how_many_it_reaches_and_who_overrides()
    {
        await Offices();
        var preview = await Preview(new { id, config = JsonNode.Parse(ConfigsClient.Body("true")) });
        Assert.Equal("true", (string?)preview["answer"]!["Closure"]);
        Assert.Equal("false", (string?)preview["now"]![0]!["value"]);
        var effect = Assert.Single(preview["effects"]!.AsArray())!;
        Assert.Equal("Closure", (string?)effect["key"]);
        Assert.Equal((2, 3, 1), ((int)effect["affects"]!, (int)effect["below"]!, (int)effect["overriding"]!));
        Assert.Equal($"{id}/austin", (string?)Assert.Single(effect["overriddenBy"]!.AsArray()));
        Assert.Equal("false", (string?)(await Preview(new { id }))["answer"]!["Closure"]);
    }

    [Fact]
    public async Task An_unsaved_config_that_breaks_a_rule_is_shown_all_the_same_with_what_is_wrong()
    {
        var body = JsonNode.Parse(ConfigsClient.Body("perhaps"));
        var preview = await Preview(new { id, config = body });
        Assert.Equal("perhaps", (string?)preview["answer"]!["Closure"]);
        Assert.Equal("variables[0].value", (string?)Assert.Single(preview["problems"]!.AsArray())!["path"]);
        await configs.Get(id).Refused(404, id);
    }

    [Fact]
    public async Task Who_overrides_a_key_is_listed_with_what_they_give_in_pages()
    {
        await Offices();
        await configs.Put($"{id}~boston", 1, """{"overrides":{"Closure":{"value":"true"}}}""");
        var first = await (await configs.Send(HttpMethod.Get, $"/api/configs/{id}/overrides/Closure?limit=1")).Json();
        Assert.Equal(
            ($"{id}/austin", "false"),
            ((string?)first["items"]![0]!["id"], (string?)first["items"]![0]!["given"]!["value"]));
        var second = await (await configs.Send(HttpMethod.Get, $"/api/configs/{id}/overrides/Closure?limit=1&after={id}~austin")).Json();
        Assert.Equal($"{id}/boston", (string?)Assert.Single(second["items"]!.AsArray())!["id"]);
        Assert.Empty((await (await configs.Send(HttpMethod.Get, $"/api/configs/{id}/overrides/Other")).Json())["items"]!.AsArray());
        await configs.Send(HttpMethod.Get, $"/api/configs/{id}/overrides/Closure?after=elsewhere").Refused(400, "after");
    }

    [Fact]
    public async Task What_cannot_be_previewed_is_refused()
    {
        await Post(new { id }).Refused(404, id);
        await Offices();
        await Post(new { id, at = "noon" }).Refused(400, "at");
        await Post(new { id = "a b" }).Refused(400, "id");
        await Post(new { id, colour = "red" }).Refused(400, "colour");
    }

    [Trait("Rule", "R10")]
    [Fact]
    public async Task A_parent_that_would_make_an_office_too_large_is_refused_and_names_the_office()
    {
        await configs.Post(id, Long("Note", 10));
        await configs.Post($"{id}~austin", Long("Own", 20_000));
        var refusal = await configs.Put(id, 1, Long("Note", 15_000)).Refused(413, $"{id}/austin would answer");
        Assert.Contains("Own, Note", (string?)refusal["detail"]);
        Assert.Equal(2, (int)(await (await configs.Put(id, 1, Long("Note", 12_000))).Json())["version"]!);
    }

    [Fact]
    public async Task A_config_that_nears_a_limit_is_read_with_a_warning_that_names_what_is_largest()
    {
        await configs.Post(id, Long("Note", 27_000));
        var sizes = (await (await configs.Get(id)).Json())["sizes"]!;
        Assert.Equal("The answer takes 82 % of its limit. Largest: Note.", (string?)Assert.Single(sizes["warnings"]!.AsArray()));
    }

    private async Task Offices()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await configs.Post($"{id}~austin", """{"overrides":{"Closure":{"value":"false"}}}""");
        await configs.Post($"{id}~boston", "{}");
        await configs.Post($"{id}~chicago", """{"defaultLanguage":"en-US"}""");
    }

    private static string Long(string name, int length) =>
        JsonSerializer.Serialize(new { variables = new[] { new { name, kind = "text", value = new string('n', length) } } });

    private async Task<JsonNode> Preview(object request) => await (await Post(request)).Json();

    private Task<HttpResponseMessage> Post(object request) =>
        configs.Send(HttpMethod.Post, "/api/preview", JsonSerializer.Serialize(request));
}
