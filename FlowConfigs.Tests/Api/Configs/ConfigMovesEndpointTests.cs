using System.Net;
using System.Text.Json;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>Clone, move and delete with children as the API's clients see them.</summary>
public sealed class ConfigMovesEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient api = new(the.Running.Api);

    private static string NewId => $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_clone_has_the_values_and_definitions_of_the_other_and_a_history_of_its_own()
    {
        var (id, clone) = (await NewConfig("true"), NewId);
        await api.Put(id, 1, ConfigsClient.Body(closure: "true", description: "The first"));
        var created = await Clone(id, clone);
        Assert.Equal((HttpStatusCode.Created, $"/api/configs/{clone}"), (created.StatusCode, created.Headers.Location?.OriginalString));
        var config = await (await api.Get(clone)).Json();
        Assert.Equal((1, "The first"), ((int)config["version"]!, (string)config["description"]!));
        Assert.Equal("cloned", (string)config["saved"]!["action"]!);
        Assert.Equal(("true", "ClosurePrompt"), ((string)config["variables"]![0]!["value"]!, (string)config["prompts"]![0]!["key"]!));
        await Clone(id, clone).Refused(409, "exists already");
        await Clone(NewId, NewId).Refused(404, "There is no config");
    }

    [Fact]
    public async Task A_clone_that_the_keys_of_its_new_parents_forbid_is_refused_with_the_explanation()
    {
        var (id, other) = (await NewConfig("true"), await NewConfig("false"));
        var problem = await Clone(id, $"{other}/austin").Refused(400, "");
        Assert.Contains($"The key Closure is taken: {other} defines it", (string)problem["errors"]!["variables[0].name"]![0]!);
        await api.Post($"{id}~austin", """{ "overrides": { "Closure": { "value": "false" } } }""");
        problem = await Clone($"{id}~austin", NewId).Refused(400, "");
        Assert.Contains("No parent defines Closure", (string)problem["errors"]!["overrides.Closure"]![0]!);
    }

    [Fact]
    public async Task A_moved_config_goes_on_under_its_new_id_and_flows_find_it_under_both()
    {
        var (id, to, number) = (await NewConfig("true"), NewId, $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}");
        await api.Send(HttpMethod.Put, $"/api/aliases/{number}", $$"""{ "target": "{{id}}" }""");

        var moved = await Move(id, new { to, comment = "New name" });

        Assert.Equal("\"2\"", moved.Headers.ETag?.Tag);
        var answer = await moved.Json();
        Assert.Equal((to, 2, 1), ((string)answer["id"]!, (int)answer["version"]!, (int)answer["configs"]!));
        await api.Get(id).Refused(404, "There is no config");
        Assert.Equal("moved", (string)(await (await api.Get(to)).Json())["saved"]!["action"]!);
        Assert.Equal(("true", "true", "true"), (await Closure(id), await Closure(to), await Closure(number)));
        Assert.Equal(HttpStatusCode.OK, (await api.Put(to, 2, ConfigsClient.Body(closure: "false"))).StatusCode);
        Assert.Equal("false", await Closure(id));
    }

    [Fact]
    public async Task Without_an_alias_the_old_id_is_free()
    {
        var (id, to) = (await NewConfig("true"), NewId);
        await Move(id, new { to, alias = false });
        Assert.Null(await Closure(id));
        Assert.Equal(HttpStatusCode.Created, (await api.Post(id, ConfigsClient.Body(closure: "false"))).StatusCode);
        Assert.Equal("\"3\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Children_move_only_where_that_is_said_and_keep_their_answers()
    {
        var (id, to) = (await NewConfig("true"), NewId);
        foreach (var office in new[] { "austin", "boston" })
            await api.Post($"{id}~{office}", """{ "overrides": { "Closure": { "value": "false" } } }""");
        await Move(id, new { to }).Refused(409, $"{id}/austin and 1 others inherit from {id}");

        var answer = await (await Move(id, new { to, children = true })).Json();

        Assert.Equal(3, (int)answer["configs"]!);
        Assert.Equal(("true", "false", "false"), (await Closure(to), await Closure($"{to}/austin"), await Closure($"{id}/boston")));
        Assert.Equal(to, (string)(await (await api.Get($"{to}~austin")).Json())["inherited"]!["variables"]![0]!["from"]!);
    }

    [Fact]
    public async Task Values_that_nobody_defines_in_the_new_place_are_kept_and_reported_and_so_are_scenarios_that_name_the_old_id()
    {
        var (id, to, scenario) = (await NewConfig("true"), NewId, NewId);
        await api.Post($"{id}~austin", """{ "overrides": { "Closure": { "value": "false" } } }""");
        await api.Send(HttpMethod.Put, $"/api/scenarios/{scenario}", ScenariosClient.Body([$"{id}/austin"]));
        var answer = await (await Move($"{id}~austin", new { to })).Json();
        Assert.Equal("Closure", (string)answer["unusedKeys"]![to]![0]!);
        Assert.Equal([scenario], answer["scenarios"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("false", (string)(await (await api.Get(to)).Json())["overrides"]!["Closure"]!["value"]!);
        Assert.Null(await Closure(to));
    }

    [Fact]
    public async Task A_move_that_the_keys_of_the_new_parents_forbid_is_refused()
    {
        var (id, other) = (await NewConfig("true"), await NewConfig("false"));
        var problem = await Move(id, new { to = $"{other}/austin" }).Refused(400, "");
        Assert.Contains($"{other} defines it", (string)problem["errors"]!["variables[0].name"]![0]!);
        var free = NewId;
        await api.Post($"{free}~austin", """{ "variables": [{ "name": "Closure", "kind": "text", "value": "" }] }""");
        problem = await Move(id, new { to = free }).Refused(400, "");
        Assert.Contains($"{free}/austin, below this config, defines it", (string)problem["errors"]!["variables[0].name"]![0]!);
        Assert.Equal("\"1\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_move_is_refused_while_a_scenario_is_on_and_where_the_new_id_is_taken()
    {
        var (id, taken, scenario, number) = (await NewConfig("true"), await NewConfig("true"), NewId, NewId);
        await Move(id, new { to = taken }).Refused(409, $"There is a config {taken} already");
        await api.Send(HttpMethod.Put, $"/api/aliases/{number}", $$"""{ "target": "{{taken}}" }""");
        await Move(id, new { to = number }).Refused(409, $"{number} is an alias");
        await api.Send(HttpMethod.Put, $"/api/scenarios/{scenario}", ScenariosClient.Body([id]));
        await api.Send(HttpMethod.Post, $"/api/scenarios/{scenario}/on", ScenariosClient.AnHour());
        await Move(id, new { to = NewId }, version: 2).Refused(409, $"The scenario {scenario} is on for {id}");
        await api.Send(HttpMethod.Post, $"/api/scenarios/{scenario}/off", "{}");
        Assert.Equal(HttpStatusCode.OK, (await Move(id, new { to = NewId }, version: 3)).StatusCode);
    }

    [Fact]
    public async Task A_move_is_made_only_on_the_version_that_was_read()
    {
        var id = await NewConfig("true");
        await api.Put(id, 1, ConfigsClient.Body(closure: "false"));
        var problem = await Move(id, new { to = NewId }).Refused(412, "Someone else saved first");
        Assert.Equal(2, (int)problem["currentVersions"]![id]!);
        await api.Send(HttpMethod.Post, $"/api/configs/{id}/move", """{ "to": "x" }""").Refused(428, "If-Match");
        await Move(NewId, new { to = NewId }).Refused(404, "does not exist");
    }

    [Theory]
    [InlineData("""{}""", "body", "to")]
    [InlineData("""{ "to": null }""", "to", "Must have the type")]
    [InlineData("""{ "to": "" }""", "to", "id is needed")]
    [InlineData("""{ "to": "a b" }""", "to", "letters")]
    [InlineData("""{ "to": "a/../b" }""", "to", "dots")]
    [InlineData("""{ "to": "a%2Fb" }""", "to", "letters")]
    [InlineData("""{ "to": "a/b/c/d/e" }""", "to", "4 levels")]
    [InlineData("""{ "to": "a/b/c/d", "children": true }""", "to", "can't be moved there")]
    [InlineData("""{ "to": "ID", "children": true }""", "to", "another id")]
    [InlineData("""{ "to": "ID/below", "children": true }""", "to", "another id")]
    [InlineData("""{ "to": "a", "children": "yes" }""", "children", "Must have the type")]
    [InlineData("""{ "to": "a", "from": "b" }""", "from", "not a field")]
    [InlineData("""{ "to": "a", "to": "b" }""", "to", "twice")]
    public async Task A_bad_move_is_refused_with_the_path_of_its_problem_and_nothing_is_written(string body, string path, string message)
    {
        var id = await NewConfig("true");
        await api.Post($"{id}~austin", "{}");
        body = body.Replace("ID", id, StringComparison.Ordinal);
        var problem = await api.Send(HttpMethod.Post, $"/api/configs/{id}/move", body, "\"1\"").Refused(400, "");
        Assert.True(problem["errors"]![path] is not null, problem.ToJsonString());
        Assert.Contains(message, (string)problem["errors"]![path]![0]!);
        Assert.Equal("\"1\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Children_and_aliases_are_deleted_with_a_config_only_where_that_is_said()
    {
        var (id, number) = (await NewConfig("true"), NewId);
        foreach (var office in new[] { "austin", "boston", "austin~north" })
            await api.Post($"{id}~{office}", "{}");
        await api.Send(HttpMethod.Put, $"/api/aliases/{number}", $$"""{ "target": "{{id}}/boston" }""");

        await api.Delete(id, 1).Refused(409, $"{id}/austin and 2 others inherit from {id}");
        await Delete(id, "?children=true").Refused(409, $"{number} is an alias of {id}/boston");
        await Delete(id, "?children=maybe").Refused(400, "children");
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"{id}~austin~north")).StatusCode);

        var deleted = await (await Delete(id, "?children=true&aliases=true&comment=Closed")).Json();
        Assert.Equal((4, 1), ((int)deleted["configs"]!, (int)deleted["aliases"]!));
        foreach (var gone in new[] { id, $"{id}~austin", $"{id}~boston", $"{id}~austin~north" })
            await api.Get(gone).Refused(404, "There is no config");
        await api.Send(HttpMethod.Get, $"/api/aliases/{number}").Refused(404, "There is no alias");
    }

    [Fact]
    public async Task More_children_and_aliases_than_a_transaction_takes_are_deleted_too()
    {
        var id = await NewConfig("true");
        for (var i = 0; i < 60; i++)
            await api.Post($"{id}~office-{i}", "{}");
        for (var i = 0; i < 35; i++)
            await api.Send(HttpMethod.Put, $"/api/aliases/{id}-{i}", $$"""{ "target": "{{id}}" }""");
        var deleted = await (await Delete(id, "?children=true&aliases=true")).Json();
        Assert.Equal((61, 35), ((int)deleted["configs"]!, (int)deleted["aliases"]!));
        var left = await (await api.Send(HttpMethod.Get, $"/api/configs?path={id}")).Json();
        Assert.Empty(left["items"]!.AsArray());
    }

    private Task<HttpResponseMessage> Clone(string id, string to) =>
        api.Send(HttpMethod.Post, $"/api/configs/{id}/clone", $$"""{ "to": "{{to}}", "comment": "A test" }""");

    private Task<HttpResponseMessage> Move(string id, object body, int version = 1) =>
        api.Send(HttpMethod.Post, $"/api/configs/{id}/move", JsonSerializer.Serialize(body), $"\"{version}\"");

    private Task<HttpResponseMessage> Delete(string id, string query) =>
        api.Send(HttpMethod.Delete, $"/api/configs/{id}{query}", null, "\"1\"");

    private async Task<string> NewConfig(string closure)
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure));
        return id;
    }

    private async Task<string?> Closure(string id) =>
        (string?)(await the.Running.InvokeAsync("get-config", $$"""{ "Details": { "Parameters": { "id": "{{id}}" } } }"""))["Closure"];
}
