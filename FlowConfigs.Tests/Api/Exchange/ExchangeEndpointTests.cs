using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Api.Exchange;

/// <summary>/api/export and /api/import, on Kestrel and as a Lambda.</summary>
public abstract class ExchangeEndpointTests(HttpClient http, Func<string, Task<string>> tokens)
{
    private readonly ConfigsClient api = new(http);

    private Task<string> TokenAsync(string account) => tokens(account);

    private static string NewId => $"test-{Guid.NewGuid():N}";

    [Trait("Rule", "R32")]
    [Fact]
    public async Task An_exported_path_imported_again_changes_nothing()
    {
        var id = await OfficesAsync();
        var document = await ExportAsync(id);
        Assert.Equal(("flow-configs/1", id, 2), (
            (string)document["format"]!, (string)document["path"]!, document["configs"]!.AsArray().Count));
        Assert.Null(document["configs"]![0]!["version"]);

        var report = await (await http.Import("dryRun=false", document.ToJsonString())).Json();
        Assert.Equal((0, 2), ((int)report["counts"]!["changed"]!, (int)report["counts"]!["unchanged"]!));
        Assert.Equal("\"1\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task An_import_is_a_dry_run_unless_it_is_told_otherwise()
    {
        var id = await OfficesAsync();
        var file = (await ExportAsync(id)).ToJsonString().Replace("We are closed", "Closed today", StringComparison.Ordinal);
        var dry = await (await http.Import("", file)).Json();
        Assert.True((bool)dry["dryRun"]!);
        Assert.Equal("prompts.Closure.texts.en-US.voice", (string)dry["items"]![0]!["changes"]![0]!["path"]!);
        Assert.Equal("\"1\"", (await api.Get(id)).Headers.ETag?.Tag);

        var report = await (await http.Import("dryRun=false&comment=From%20test", file)).Json();
        Assert.False((bool)report["dryRun"]!);
        var saved = (await (await api.Get(id)).Json())["saved"]!;
        Assert.Equal(("imported", "From test"), ((string)saved["action"]!, (string)saved["comment"]!));
    }

    [Trait("Rule", "R34")]
    [Fact]
    public async Task A_config_that_the_file_lacks_is_deleted_when_it_is_asked_for()
    {
        var id = await OfficesAsync();
        var document = await ExportAsync(id);
        document["configs"]!.AsArray().RemoveAt(1);
        Assert.Equal(HttpStatusCode.OK, (await http.Import("dryRun=false", document.ToJsonString())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.Get($"{id}~austin")).StatusCode);
        await http.Import("dryRun=false&delete=true", document.ToJsonString());
        await api.Get($"{id}~austin").Refused(404, "There is no config");
    }

    [Trait("Rule", "R33")]
    [Fact]
    public async Task A_config_that_breaks_a_rule_stops_the_import_and_is_named_with_the_path()
    {
        var id = await OfficesAsync();
        var file = $$"""
            { "format": "flow-configs/1", "configs": [
              { "id": "{{id}}-new" },
              { "id": "{{id}}/austin", "overrides": { "Nothing": { "value": "1" } } }
            ] }
            """;
        var dry = await (await http.Import("", file)).Json();
        Assert.Equal(["created", "refused"], dry["items"]!.AsArray().Select(item => (string)item!["outcome"]!));

        var problem = await http.Import("dryRun=false", file).Refused(400, "Nothing was written");
        Assert.Contains("No parent", (string)problem["errors"]![$"configs.{id}/austin.overrides.Nothing"]![0]!);
        Assert.Equal(1, (int)problem["report"]!["counts"]!["refused"]!);
        await api.Get($"{id}-new").Refused(404, "There is no config");
    }

    [Trait("Rule", "R36")]
    [Fact]
    public async Task Values_go_out_as_CSV_and_come_back()
    {
        var id = await OfficesAsync();
        var exported = await api.Send(HttpMethod.Get, $"/api/export?format=csv&path={id}");
        Assert.Equal("text/csv", exported.Content.Headers.ContentType?.MediaType);
        var csv = await exported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "config,key,language,channel,value",
                $"{id},Closure,,,false",
                $"{id},ClosurePrompt,en-US,voice,We are closed",
                $"{id}/austin,Closure,,,true",
            ],
            csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));

        await http.Import("dryRun=false", csv.Replace("Closure,,,false", "Closure,,,true", StringComparison.Ordinal), "text/csv");
        Assert.Equal("true", (string)(await (await api.Get(id)).Json())["variables"]![0]!["value"]!);
        Assert.Equal("\"1\"", (await api.Get($"{id}~austin")).Headers.ETag?.Tag);
    }

    [Trait("Rule", "R36")]
    [Fact]
    public async Task A_CSV_that_Excel_saved_again_sets_switches_and_names_what_is_wrong_in_words()
    {
        var id = NewId;
        await api.Post(id, """
            { "variables": [{ "name": "Closure", "kind": "boolean", "value": "true" }, { "name": "Minutes", "kind": "number", "value": "5" }] }
            """);
        // As reported in SvenWerlen/fvtt-data-toolbox#20 and bardsoftware/ganttproject#1634.
        var csv = $"\uFEFFconfig,key,language,channel,value,\r\n{id},Closure,,,FALSE,\r\n,,,,,\r\n{id},Minutes,,,MINUTES,\r\n";
        var report = await (await http.Import("", csv.Replace("MINUTES", "many", StringComparison.Ordinal), "text/csv")).Json();
        var problem = report["items"]![0]!["problems"]![0]!;
        Assert.Equal($"line 4, Minutes of {id}, column value", (string)problem["path"]!);
        var refused = await http.Import("dryRun=false", csv.Replace("MINUTES", "\"1,500\"", StringComparison.Ordinal), "text/csv").Refused(400, "");
        Assert.Equal($"line 4, Minutes of {id}, column value", Assert.Single(refused["errors"]!.AsObject()).Key);

        await http.Import("dryRun=false", csv.Replace("MINUTES", "\"2,5\"", StringComparison.Ordinal), "text/csv");
        var variables = (await (await api.Get(id)).Json())["variables"]!.AsArray();
        Assert.Equal(["false", "2.5"], variables.Select(variable => (string)variable!["value"]!));
    }

    [Trait("Rule", "R45")]
    [Fact]
    public async Task A_path_goes_to_a_file_with_its_aliases_and_scenarios_and_comes_back()
    {
        var id = await OfficesAsync();
        var alias = $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}";
        await api.Send(HttpMethod.Put, $"/api/aliases/{alias}", $$"""{ "target": "{{id}}" }""");
        await api.Send(HttpMethod.Put, $"/api/scenarios/{id}-fire", ScenariosClient.Body([id]));
        await api.Send(HttpMethod.Post, $"/api/scenarios/{id}-fire/on", ScenariosClient.AnHour());
        var file = await ExportAsync(id);
        Assert.Equal((alias, true), ((string)file["aliases"]![0]!["id"]!, (bool)file["scenarios"]![0]!["wasOn"]!));

        await api.Send(HttpMethod.Post, $"/api/scenarios/{id}-fire/off", "{}");
        await api.Send(HttpMethod.Delete, $"/api/scenarios/{id}-fire", null, "\"3\"");
        await api.Send(HttpMethod.Delete, $"/api/aliases/{alias}", null, "\"1\"");
        var report = await (await http.Import("dryRun=false", file.ToJsonString())).Json();
        var made = report["items"]!.AsArray().Where(item => (string)item!["outcome"]! == "created").ToList();
        Assert.Equal(["alias", "scenario"], made.Select(item => (string)item!["kind"]!));
        Assert.Contains("switched off", (string)made[1]!["notes"]![0]!);
        var scenario = await (await api.Send(HttpMethod.Get, $"/api/scenarios/{id}-fire")).Json();
        Assert.Null(scenario["on"]);
        Assert.Equal("imported", (string)scenario["saved"]!["action"]!);

        file["aliases"]![0]!["target"] = "gone";
        var refused = await http.Import("dryRun=false", file.ToJsonString()).Refused(400, "Nothing was written");
        Assert.Contains($"aliases.{alias}.target", refused["errors"]!.AsObject().Select(error => error.Key));
    }

    [Trait("Rule", "R46")]
    [Fact]
    public async Task The_numbers_of_a_list_are_masked_for_a_viewer_and_a_manager_gets_them()
    {
        var (id, list) = (await OfficesAsync(), NewId);
        await api.Send(HttpMethod.Post, $"/api/lists/{list}", """{ "keys": "phone", "country": "US" }""");
        await api.Send(HttpMethod.Put, $"/api/lists/{list}/entries/+15551230000", "{}");
        Assert.Equal("+15551230000", (string)(await ListAsync("manager"))["entries"]![0]!["key"]!);
        var masked = await ListAsync("viewer");
        Assert.Equal(("+1••••••••00", true), ((string)masked["entries"]![0]!["key"]!, (bool)masked["masked"]!));

        var file = new JsonObject { ["format"] = "flow-configs/1", ["lists"] = new JsonArray(masked.DeepClone()) };
        await http.Import("dryRun=false", file.ToJsonString()).Refused(400, "Nothing was written");

        async Task<JsonNode> ListAsync(string account)
        {
            var client = new ConfigsClient(http, await TokenAsync(account));
            var document = await (await client.Send(HttpMethod.Get, $"/api/export?path={id}&lists=true")).Json();
            return document["lists"]!.AsArray().Single(one => (string)one!["id"]! == list)!;
        }
    }

    [Trait("Rule", "R47")]
    [Theory]
    [InlineData("""[{ "id": "ID", "variables": { "Closure": "false" }, "schema": { "Closure": { "type": "boolean" } }, "prompts": {} }]""")]
    [InlineData("""{ "flowConfigs": [{ "id": "ID", "variables": { "Closure": "false" }, "schema": { "Closure": { "type": "boolean" } } }] }""")]
    [InlineData("""{"Item":{"id":{"S":"ID"},"variables":{"M":{"Closure":{"S":"false"}}},"schema":{"M":{"Closure":{"M":{"type":{"S":"boolean"}}}}}}}""")]
    public async Task What_another_product_exports_is_known_by_what_is_in_it(string file)
    {
        var id = NewId;
        var report = await (await http.Import("dryRun=false", file.Replace("ID", id, StringComparison.Ordinal))).Json();
        Assert.Equal((1, id), ((int)report["counts"]!["created"]!, (string)report["items"]![0]!["id"]!));
        Assert.Equal("boolean", (string)(await (await api.Get(id)).Json())["variables"]![0]!["kind"]!);
    }

    [Trait("Rule", "R48")]
    [Fact]
    public async Task A_data_table_needs_the_path_below_which_its_rows_become_configs()
    {
        var id = NewId;
        const string Table = "\uFEFFStore,Open\r\naustin,TRUE\r\nboston,FALSE\r\n";
        await http.Import("", Table, "text/csv").Refused(400, "path");
        var report = await (await http.Import($"dryRun=false&path={id}", Table, "text/csv")).Json();
        Assert.Equal(["“Store” names the configs, and is not a key."], report["notes"]!.AsArray().Select(note => (string)note!));
        Assert.Equal([id, $"{id}/austin", $"{id}/boston"], report["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal("true", (string)(await (await api.Get($"{id}~austin")).Json())["overrides"]!["Open"]!["value"]!);
    }

    [Fact]
    public async Task A_file_above_4_MB_is_refused_and_one_above_1_MB_is_read()
    {
        await http.Import("", Large(4_100_000)).Refused(413, "4 MB");
        var report = await (await http.Import("", Large(1_200_000))).Json();
        Assert.Equal("refused", (string)report["items"]![0]!["outcome"]!);
        Assert.Equal("description", (string)report["items"]![0]!["problems"]![0]!["path"]!);
    }

    private static string Large(int length) =>
        $$"""{ "format": "flow-configs/1", "configs": [{ "id": "a", "description": "{{new string('a', length)}}" }] }""";

    private async Task<string> OfficesAsync()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Post($"{id}~austin", """{ "overrides": { "Closure": { "value": "true" } } }""");
        return id;
    }

    private async Task<JsonNode> ExportAsync(string path) => await (await api.Send(HttpMethod.Get, $"/api/export?path={path}")).Json();
}

public sealed class ExchangeEndpointOnKestrelTests(TheSystem the) : ExchangeEndpointTests(the.Running.Api, account => the.Running.SignIn.AccessTokenAsync(account)), IClassFixture<TheSystem>;
