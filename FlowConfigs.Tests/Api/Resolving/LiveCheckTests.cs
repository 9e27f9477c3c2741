using System.Text.Json;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Resolving;

public sealed class LiveCheckTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient api = new(the.Running.Api);

    [Fact]
    public async Task What_was_saved_is_read_back_from_getConfig_itself()
    {
        var id = $"test-{Guid.NewGuid():N}";
        using var created = await api.Post(id, ConfigsClient.Body(closure: "true"));
        var live = await (await CheckAsync(api, id)).Json();
        Assert.Equal("getConfig", (string?)live["source"]);
        Assert.Equal("true", (string?)live["answer"]!["Closure"]);
        Assert.Equal("1", (string?)live["answer"]!["_version"]);
    }

    [Fact]
    public async Task An_id_that_does_not_exist_is_an_answer()
    {
        var live = await (await CheckAsync(api, $"test-{Guid.NewGuid():N}")).Json();
        Assert.Equal("false", (string?)live["answer"]!["_found"]);
    }

    [Fact]
    public async Task Whoever_may_not_view_a_config_gets_none_of_its_answer() =>
        await CheckAsync(
            new ConfigsClient(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync("manager-austin")), "BasicQueue")
            .Refused(403, "You don't have permission to view BasicQueue.");

    [Fact]
    public async Task An_alias_does_not_lead_out_of_the_callers_path()
    {
        var id = $"test-{Guid.NewGuid():N}";
        foreach (var office in new[] { "austin", "boston" })
            using (await api.Post($"{id}~{office}", ConfigsClient.Body(closure: "true"))) { }
        using (await api.Send(HttpMethod.Put, $"/api/aliases/{id}~austin~number", $$"""{ "target": "{{id}}/boston" }""")) { }
        using (await api.Send(HttpMethod.Put, $"/api/aliases/{id}~austin~own", $$"""{ "target": "{{id}}/austin" }""")) { }
        var viewer = new ConfigsClient(
            the.Running.ApiUnsigned, new ForgedTokens(the.Running.SignIn).Of("ada@example.com", "flow-configs-viewer", $"{id}/austin"));

        Assert.Equal("true", (string?)(await (await CheckAsync(viewer, $"{id}/austin/own")).Json())["answer"]!["Closure"]);
        await CheckAsync(viewer, $"{id}/austin/number").Refused(403, $"You don't have permission to view {id}/boston.");
    }

    private static Task<HttpResponseMessage> CheckAsync(ConfigsClient client, string id) =>
        client.Send(HttpMethod.Post, "/api/live-check", JsonSerializer.Serialize(new { id }));
}
