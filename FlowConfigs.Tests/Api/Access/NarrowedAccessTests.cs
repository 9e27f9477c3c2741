using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Api.Lists;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>A manager of one office gets exactly that office, whichever way they ask.</summary>
public sealed class NarrowedAccessTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static readonly string[] Others = ["boston", "austin-north"];

    private readonly ConfigsClient admin = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    private string Austin => $"{id}~austin";

    [Theory]
    [InlineData("/api/configs")]
    [InlineData("/api/configs?text=o")]
    [InlineData("/api/texts?text=closed")]
    [InlineData("/api/export")]
    [InlineData("/api/export?format=csv")]
    [InlineData("/api/export?path=field-office&lists=true")]
    [InlineData("/api/audit?limit=1000")]
    [InlineData("/api/completeness")]
    [InlineData("/api/scenarios")]
    [InlineData("/api/lists")]
    [InlineData("/api/aliases?limit=1000")]
    public async Task The_account_of_Austin_is_told_of_nothing_but_Austin(string path)
    {
        await MakeOfficesAsync();
        var account = new ConfigsClient(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync("manager-austin"));
        var answer = await TextAsync(account, path);
        Assert.DoesNotContain(id, answer);
        Assert.DoesNotContain("BasicQueue", answer);
    }

    [Fact]
    public async Task An_export_holds_the_path_and_what_is_below()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo("austin");
        var document = JsonNode.Parse(await TextAsync(manager, $"/api/export?path={id}&lists=true"))!;
        Assert.Equal([$"{id}/austin", $"{id}/austin/desk"], document["configs"]!.AsArray().Select(config => (string)config!["id"]!));
        Assert.Equal(
            [$"{id}-a", $"{id}/austin/fire", $"{id}/austin/vip"],
            new[] { "aliases", "scenarios", "lists" }.SelectMany(kind => document[kind]!.AsArray()).Select(thing => (string)thing!["id"]!));
        var csv = await TextAsync(manager, $"/api/export?format=csv&path={id}");
        Assert.Contains($"{id}/austin/desk,", csv);
        Assert.All(Others, other => Assert.DoesNotContain($"{id}/{other}", csv));
    }

    [Theory]
    [InlineData("/api/export")]
    [InlineData("/api/export?format=csv")]
    [InlineData("/api/completeness")]
    [InlineData("/api/configs")]
    public async Task A_page_after_an_id_outside_the_path_returns_400(string path)
    {
        var after = $"{(path.Contains('?') ? '&' : '?')}after=zzz";
        await NarrowedTo("austin").Send(HttpMethod.Get, path + after).Refused(400, "after");
        Assert.DoesNotContain("austin", await TextAsync(NarrowedTo("austin", "flow-configs-viewer"), $"/api/configs?after={id}~austin~desk"));
    }

    [Fact]
    public async Task The_audit_tells_of_the_path_page_after_page_and_no_page_ends_with_another_name()
    {
        await MakeOfficesAsync();
        var (manager, seen, before) = (NarrowedTo("austin"), new List<string>(), "");
        do
        {
            var page = JsonNode.Parse(await TextAsync(manager, $"/api/audit?limit=2{before}"))!;
            seen.AddRange(page["items"]!.AsArray().Select(entry => $"{entry!["kind"]} {entry["id"]}"));
            var next = (string?)page["next"];
            Assert.All(Others, other => Assert.DoesNotContain(other, next ?? ""));
            before = next is null ? "" : $"&before={Uri.EscapeDataString(next)}";
        }
        while (before != "");

        Assert.Equal(
            [$"config {id}/austin", $"config {id}/austin/desk", $"list {id}/austin/vip", $"scenario {id}/austin/fire"],
            seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_preview_is_of_the_path_only()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo("austin");
        var draft = await (await manager.Send(HttpMethod.Post, "/api/preview", Preview("austin", "false"))).Json();
        var effect = Assert.Single(draft["effects"]!.AsArray())!;
        Assert.Equal(1, (int)effect["below"]!);
        foreach (var other in Others)
            await manager.Send(HttpMethod.Post, "/api/preview", Preview(other, "false")).Refused(403, "You don't have permission to view");
        await manager.Send(HttpMethod.Post, "/api/preview", $$"""{ "id": "{{id}}" }""").Refused(403, "You don't have permission to view");
    }

    [Fact]
    public async Task A_scenario_is_seen_and_switched_by_those_who_have_all_its_configs()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo("austin");
        var listed = JsonNode.Parse(await TextAsync(manager, "/api/scenarios"))!.AsArray();
        Assert.Equal([$"{id}/austin/fire"], listed.Select(scenario => (string)scenario!["id"]!));

        var own = $"/api/scenarios/{Austin}~fire";
        Assert.Equal(HttpStatusCode.OK, (await manager.Send(HttpMethod.Get, own)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.Send(HttpMethod.Post, $"{own}/on", ScenariosClient.AnHour())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await manager.Send(HttpMethod.Post, $"{own}/off", "{}")).StatusCode);
        foreach (var other in new[] { $"{id}~fire", $"{Austin}~both" })
        {
            var path = $"/api/scenarios/{other}";
            await manager.Send(HttpMethod.Get, path).Refused(403, "You don't have permission to view");
            await manager.Send(HttpMethod.Get, $"{path}/preview").Refused(403, "You don't have permission to view");
            await manager.Send(HttpMethod.Post, $"{path}/on", ScenariosClient.AnHour()).Refused(403, "You don't have permission");
            await manager.Send(HttpMethod.Post, $"{path}/off", "{}").Refused(403, "You don't have permission");
        }
    }

    [Fact]
    public async Task A_scenario_that_is_written_is_judged_for_those_who_see_all_its_configs()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo("austin");
        const string check = "/api/scenarios/check";
        var own = await (await manager.Send(HttpMethod.Post, $"{check}?id={Austin}~fire", ScenariosClient.Body([$"{id}/austin"], "perhaps"))).Json();
        Assert.Equal($"values.{id}/austin.Closure.value", (string)Assert.Single(own["problems"]!.AsArray())!["path"]!);
        await manager.Send(HttpMethod.Post, check, ScenariosClient.Body([$"{id}/austin", $"{id}/boston"]))
            .Refused(403, "You don't have permission to view");
        await manager.Send(HttpMethod.Post, $"{check}?id={id}~fire", ScenariosClient.Body([$"{id}/austin"]))
            .Refused(403, "You don't have permission to view");
    }

    [Fact]
    public async Task Not_even_an_admin_of_the_path_takes_another_config_out_of_a_scenario()
    {
        await MakeOfficesAsync();
        var body = ScenariosClient.Body([$"{id}/austin"]);
        await NarrowedTo("austin", "flow-configs-admin").Send(HttpMethod.Put, $"/api/scenarios/{Austin}~both", body, "\"1\"")
            .Refused(403, "You don't have permission to change values of");
        var austin = NarrowedTo("austin");
        await austin.Send(HttpMethod.Put, $"/api/scenarios/{Austin}~fire", ScenariosClient.Body([$"{id}/boston"]), "\"1\"")
            .Refused(403, "You don't have permission");
        var changed = await austin.Send(HttpMethod.Put, $"/api/scenarios/{Austin}~fire", ScenariosClient.Body([$"{id}/austin"], "false"), "\"1\"");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Not_even_an_admin_of_the_path_deletes_a_scenario_that_reaches_outside()
    {
        await MakeOfficesAsync();
        var austin = NarrowedTo("austin", "flow-configs-admin");
        await austin.Send(HttpMethod.Delete, $"/api/scenarios/{Austin}~both", null, "\"1\"").Refused(403, "You don't have permission");
        var deleted = await austin.Send(HttpMethod.Delete, $"/api/scenarios/{Austin}~fire", null, "\"1\"");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task The_audit_shows_nothing_of_a_scenario_that_reaches_outside()
    {
        await MakeOfficesAsync();
        var audit = await TextAsync(NarrowedTo("austin"), "/api/audit?kind=scenario&limit=1000");
        Assert.Contains($"{id}/austin/fire", audit);
        Assert.DoesNotContain($"{id}/austin/both", audit);
        Assert.DoesNotContain("boston", audit);
    }

    [Fact]
    public async Task What_a_move_answers_and_what_is_in_its_way_names_nothing_outside_of_the_path()
    {
        await MakeOfficesAsync();
        var austin = NarrowedTo("austin", "flow-configs-admin");
        await Made(admin.Send(HttpMethod.Put, $"/api/aliases/{Austin}~taken", $$"""{ "target": "{{id}}/boston" }"""));
        var refused = await austin.Post($"{Austin}~taken", "{}").Refused(409, "is an alias");
        Assert.DoesNotContain("boston", refused.ToJsonString());
        await Made(admin.Post($"{Austin}~desk2", "{}"));
        await Made(admin.Send(HttpMethod.Put, $"/api/scenarios/{Austin}~all", ScenariosClient.Body([$"{id}/boston", $"{id}/austin/desk2"])));
        using var moved = await austin.Send(HttpMethod.Post, $"/api/configs/{Austin}~desk2/move", $$"""{ "to": "{{id}}/austin/desk3" }""", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Empty((await moved.Json())["scenarios"]!.AsArray());
    }

    [Fact]
    public async Task A_list_outside_of_the_path_is_closed_with_its_entries()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo("austin");
        var lists = JsonNode.Parse(await TextAsync(manager, "/api/lists"))!["items"]!.AsArray();
        Assert.Equal([$"{id}/austin/vip"], lists.Select(list => (string)list!["id"]!));

        var made = await manager.Send(HttpMethod.Put, $"/api/lists/{Austin}~vip/entries/kim", "{}");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await manager.Send(HttpMethod.Get, $"/api/lists/{id}~vip/entries").Refused(403, "You don't have permission to view");
        await manager.Send(HttpMethod.Get, $"/api/lists/{id}~vip/entries/kim").Refused(403, "You don't have permission to view");
        await manager.Send(HttpMethod.Put, $"/api/lists/{id}~vip/entries/kim", "{}").Refused(403, "You don't have permission to change values of");
        await manager.Send(HttpMethod.Delete, $"/api/lists/{id}~vip/entries/kim", null, "\"1\"").Refused(403, "You don't have permission to change values of");
    }

    [Fact]
    public async Task Aliases_of_other_configs_are_not_named()
    {
        await MakeOfficesAsync();
        var page = JsonNode.Parse(await TextAsync(NarrowedTo("austin"), "/api/aliases?limit=1"))!;
        Assert.Equal($"{id}-a", (string)Assert.Single(page["items"]!.AsArray())!["id"]!);
        Assert.Null(page["next"]);
        await NarrowedTo("austin").Send(HttpMethod.Get, $"/api/aliases/{id}-b").Refused(403, "You don't have permission to view");
    }

    [Fact]
    public async Task After_a_rename_the_new_id_decides_and_the_old_one_leads_nowhere()
    {
        await MakeOfficesAsync();
        var (austin, dallas) = (NarrowedTo("austin"), NarrowedTo("dallas"));
        var move = $$"""{ "to": "{{id}}/dallas", "children": true, "alias": true }""";
        Assert.Equal(HttpStatusCode.OK, (await admin.Send(HttpMethod.Post, $"/api/configs/{Austin}/move", move, "\"1\"")).StatusCode);

        Assert.Empty(await IdsAsync(austin));
        await austin.Get(Austin).Refused(404, "There is no config");
        await austin.Send(HttpMethod.Post, "/api/preview", $$"""{ "id": "{{id}}/austin" }""").Refused(404, "There is no config");
        await austin.Get($"{id}~dallas").Refused(403, "You don't have permission to view");
        await austin.Put($"{id}~dallas", 2, "{}").Refused(403, "You don't have permission to change values of");

        Assert.Equal([$"{id}/dallas", $"{id}/dallas/desk"], await IdsAsync(dallas));
        var saved = await dallas.Put($"{id}~dallas", 2, """{ "overrides": { "Closure": { "value": "false" } } }""");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.DoesNotContain("dallas@", await TextAsync(austin, "/api/audit"));

        var below = $$"""{ "to": "{{id}}/austin/boston" }""";
        Assert.Equal(HttpStatusCode.OK, (await admin.Send(HttpMethod.Post, $"/api/configs/{id}~boston/move", below, "\"1\"")).StatusCode);
        Assert.Equal([$"{id}/austin/boston"], await IdsAsync(austin));
    }

    private async Task MakeOfficesAsync()
    {
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        foreach (var office in new[] { "austin", "austin~desk", "austin-north", "boston" })
            await Made(admin.Post($"{id}~{office}", """{ "overrides": { "Closure": { "value": "true" } } }"""));
        await Made(Put($"/api/scenarios/{Austin}~fire", ScenariosClient.Body([$"{id}/austin"])));
        await Made(Put($"/api/scenarios/{Austin}~both", ScenariosClient.Body([$"{id}/austin", $"{id}/boston"])));
        await Made(Put($"/api/scenarios/{id}~fire", ScenariosClient.Body([id])));
        await Made(admin.Send(HttpMethod.Post, $"/api/lists/{Austin}~vip", ListsClient.Texts));
        await Made(admin.Send(HttpMethod.Post, $"/api/lists/{id}~vip", ListsClient.Texts));
        await Made(Put($"/api/lists/{id}~vip/entries/kim", "{}"));
        await Made(Put($"/api/aliases/{id}-a", $$"""{ "target": "{{id}}/austin" }"""));
        await Made(Put($"/api/aliases/{id}-b", $$"""{ "target": "{{id}}/boston" }"""));

        Task<HttpResponseMessage> Put(string path, string body) => admin.Send(HttpMethod.Put, path, body);

    }

    private static async Task Made(Task<HttpResponseMessage> sending) => Assert.Equal(HttpStatusCode.Created, (await sending).StatusCode);

    private string Preview(string office, string closure) =>
        $$"""{ "id": "{{id}}/{{office}}", "config": { "overrides": { "Closure": { "value": "{{closure}}" } } } }""";

    private ConfigsClient NarrowedTo(string office, string group = "flow-configs-manager") => new(
        the.Running.ApiUnsigned, new ForgedTokens(the.Running.SignIn).Of($"{office}@example.com", group, $"{id}/{office}"));

    private async Task<IEnumerable<string>> IdsAsync(ConfigsClient client) =>
        JsonNode.Parse(await TextAsync(client, $"/api/configs?path={id}"))!["items"]!.AsArray().Select(item => (string)item!["id"]!);

    private static async Task<string> TextAsync(ConfigsClient client, string path)
    {
        using var response = await client.Send(HttpMethod.Get, path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }
}
