using System.Net;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>Display names go in and come out everywhere that a person reads; what a flow reads has none.</summary>
public sealed class DisplayNamesEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const string Named = """
        {
          "displayName": "  North offices ",
          "variables": [
            { "name": "Closure", "displayName": "Closed", "kind": "boolean", "value": "false" },
            { "name": "Mode", "kind": "select", "value": "queue",
              "constraints": { "options": ["queue", "voicemail"], "optionNames": { "voicemail": "Leave a voicemail" } } }
          ],
          "prompts": [{ "name": "Welcome", "displayName": "Greeting", "texts": { "en-US": { "voice": "Hello" } } }]
        }
        """;

    private readonly ConfigsClient api = new(the.Running.Api);

    private static string NewId => $"names-{Guid.NewGuid():N}";

    [Fact]
    public async Task Names_are_read_back_inherited_and_found_and_flows_get_keys()
    {
        var id = NewId;
        Assert.Equal(HttpStatusCode.Created, (await api.Post(id, Named)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await api.Post($"{id}~austin", """{ "displayName": "Austin" }""")).StatusCode);
        var config = await ReadAsync($"/api/configs/{id}");
        Assert.Equal(("North offices", "Closed", "Greeting"), (Name(config), Name(config["variables"]![0]!), Name(config["prompts"]![0]!)));
        Assert.Equal("Leave a voicemail", (string?)config["variables"]![1]!["constraints"]!["optionNames"]!["voicemail"]);
        var inherited = (await ReadAsync($"/api/configs/{id}~austin"))["inherited"]!;
        Assert.Equal(("Closed", "North offices"), (Name(inherited["variables"]![0]!), (string?)inherited["displayNames"]![id]));

        foreach (var text in new[] { "north OFF", "greet" })
        {
            var found = Assert.Single((await ReadAsync($"/api/configs?path={id}&text={Uri.EscapeDataString(text)}"))["items"]!.AsArray())!;
            Assert.Equal(("North offices", "Closed"), (Name(found), (string?)found["displayNames"]!["Closure"]));
        }

        var preview = await (await api.Send(HttpMethod.Post, "/api/preview", $$"""{ "id": "{{id}}/austin" }""")).Json();
        Assert.Equal(("Closed", "Greeting"), ((string?)preview["displayNames"]!["Closure"], (string?)preview["displayNames"]!["Welcome"]));
        Assert.Equal(
            ["Closure", "Mode", "Welcome"],
            preview["answer"]!.AsObject().Select(value => value.Key).Where(key => key[0] != '_').Order(StringComparer.Ordinal));
        var completeness = await ReadAsync($"/api/configs/{id}~austin/completeness");
        Assert.Equal(("Austin", "Greeting"), (Name(completeness), Name(completeness["prompts"]![0]!)));
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_at_its_field()
    {
        var problem = await api.Post(NewId, Named.Replace("\"Closed\"", "\"two\\nlines\"", StringComparison.Ordinal)).Refused(400, "");
        Assert.Contains("80 characters", (string?)problem["errors"]!["variables[0].displayName"]![0], StringComparison.Ordinal);
        await api.Post(NewId, Named.Replace("\"Leave a voicemail\"", "null", StringComparison.Ordinal)).Refused(400, "");
    }

    [Fact]
    public async Task Names_are_a_definition_so_a_manager_keeps_them_and_cannot_change_them()
    {
        var id = NewId;
        await api.Post(id, Named);
        var manager = new ConfigsClient(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync("manager"));
        await manager.Put(id, 1, Named.Replace("Greeting", "Hi", StringComparison.Ordinal)).Refused(403, "You don't have permission to define");
        var saved = await (await manager.Put(id, 1, Named.Replace("\"false\"", "\"true\"", StringComparison.Ordinal))).Json();
        Assert.Equal(("North offices", "true"), (Name(saved), (string?)saved["variables"]![0]!["value"]));
    }

    [Fact]
    public async Task Names_come_along_in_an_export_a_clone_and_a_move()
    {
        var id = NewId;
        await api.Post(id, Named);
        var exported = (await ReadAsync($"/api/export?path={id}"))["configs"]![0]!;
        Assert.Equal(("North offices", "Closed"), (Name(exported), Name(exported["variables"]![0]!)));
        var clone = await (await api.Send(HttpMethod.Post, $"/api/configs/{id}/clone", $$"""{ "to": "{{id}}-copy" }""")).Json();
        Assert.Equal("North offices", Name(clone));
        var moved = await api.Send(HttpMethod.Post, $"/api/configs/{id}/move", $$"""{ "to": "{{id}}-new" }""", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal("Greeting", Name((await ReadAsync($"/api/configs/{id}-new"))["prompts"]![0]!));

        var file = $$"""{ "format": "flow-configs/1", "configs": [{{exported.ToJsonString().Replace(id, $"{id}-in", StringComparison.Ordinal)}}] }""";
        var import = await api.Send(HttpMethod.Post, "/api/import?dryRun=false", file);
        Assert.Equal(HttpStatusCode.OK, import.StatusCode);
        Assert.Equal(
            "Leave a voicemail",
            (string?)(await ReadAsync($"/api/configs/{id}-in"))["variables"]![1]!["constraints"]!["optionNames"]!["voicemail"]);
    }

    private async Task<JsonNode> ReadAsync(string path) => await (await api.Send(HttpMethod.Get, path)).Json();

    private static string? Name(JsonNode thing) => (string?)thing["displayName"];
}
