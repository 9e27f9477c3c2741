using System.Globalization;
using System.Net;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Scenarios;

/// <summary>Scenarios as the API's clients see them, and as callers do.</summary>
public sealed class ScenariosEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient api = new(the.Running.Api);
    private readonly ScenariosClient scenarios = new(the.Running.Api);

    private static string NewId => ScenariosClient.NewId;

    [Fact]
    public async Task A_created_scenario_is_read_back_with_its_version_as_the_ETag_and_is_off()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        var created = await scenarios.Put(id, ScenariosClient.Body(configs));
        Assert.Equal((HttpStatusCode.Created, $"/api/scenarios/{id}"), (created.StatusCode, created.Headers.Location?.OriginalString));
        var read = await scenarios.Get(id);
        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);
        var scenario = await read.Json();
        Assert.Equal("true", (string)scenario["values"]![configs[0]]!["Closure"]!["value"]!);
        Assert.Null(scenario["on"]);
        Assert.Equal("admin@example.com", (string)scenario["saved"]!["by"]!);
    }

    [Fact]
    public async Task A_scenario_is_changed_only_on_the_version_that_was_read()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        await scenarios.Put(id, ScenariosClient.Body(configs)).Refused(428, "If-Match");
        Assert.Equal("\"2\"", (await scenarios.Put(id, ScenariosClient.Body(configs, "false"), 1)).Headers.ETag?.Tag);
        var problem = await scenarios.Put(id, ScenariosClient.Body(configs), 1).Refused(412, "Someone else saved first");
        Assert.Equal(2, (int)problem["currentVersion"]!);
        await scenarios.Put(NewId, ScenariosClient.Body(configs), 1).Refused(404, "There is no scenario");
    }

    [Fact]
    public async Task The_list_has_every_scenario_with_its_configs()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(2));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        var list = (await (await api.Send(HttpMethod.Get, "/api/scenarios")).Json()).AsArray();
        Assert.Equal(configs, list.Single(s => (string)s!["id"]! == id)!["configs"]!.AsArray().Select(c => (string)c!));
    }

    [Trait("Rule", "R18")]
    [Fact]
    public async Task Switched_on_it_changes_the_next_answer_of_each_of_twenty_configs_and_switched_off_it_changes_them_back()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(20));
        await scenarios.Put(id, ScenariosClient.Body(configs));

        var on = await (await scenarios.On(id, ScenariosClient.AnHour())).Json();
        Assert.Equal(("admin@example.com", "Smoke"), ((string)on["on"]!["by"]!, (string)on["on"]!["comment"]!));
        Assert.Equal(Enumerable.Repeat("true", 20), await Answers(configs));

        var off = await scenarios.Off(id);
        Assert.Null((await off.Json())["on"]);
        Assert.Equal(Enumerable.Repeat("false", 20), await Answers(configs));
        Assert.Equal("\"3\"", (await api.Get(configs[0])).Headers.ETag?.Tag);
    }

    [Trait("Rule", "R18")]
    [Fact]
    public async Task With_the_versions_that_were_seen_it_is_all_or_nothing_when_one_of_twenty_was_changed_meanwhile()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(20));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        var preview = await scenarios.Preview(id);
        var versions = preview["configs"]!.AsArray().ToDictionary(c => (string)c!["config"]!, c => (int)c!["version"]!);
        await api.Put(configs[13], 1, ConfigsClient.Body(closure: "false", comment: "meanwhile"));

        var problem = await scenarios.On(id, ScenariosClient.AnHour(versions)).Refused(412, configs[13]);

        Assert.Equal([(configs[13], 2)], problem["currentVersions"]!.AsObject().Select(c => (c.Key, (int)c.Value!)));
        Assert.Equal(Enumerable.Repeat("false", 20), await Answers(configs));
        foreach (var config in configs)
            Assert.Equal(config == configs[13] ? "\"2\"" : "\"1\"", (await api.Get(config)).Headers.ETag?.Tag);
        Assert.Equal("\"1\"", (await scenarios.Get(id)).Headers.ETag?.Tag);

        versions[configs[13]] = 2;
        Assert.Equal(HttpStatusCode.OK, (await scenarios.On(id, ScenariosClient.AnHour(versions))).StatusCode);
    }

    [Fact]
    public async Task The_preview_shows_every_value_before_and_after_with_its_reason()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        await api.Post($"{configs[0]}~austin", """{ "overrides": { "Closure": { "value": "false" } } }""");
        await scenarios.Put(id, $$"""
            { "values": {
                "{{configs[0]}}": { "ClosurePrompt": { "texts": { "en-US": { "voice": "Leave" }, "es-US": { "voice": "Salgan" } } } },
                "{{configs[0]}}/austin": { "Closure": { "value": "true" } } } }
            """);

        var preview = await scenarios.Preview(id, "?language=es-US");

        Assert.True((bool)preview["possible"]!);
        var (prompt, closure) = (preview["configs"]![0]!["keys"]![0]!, preview["configs"]![1]!["keys"]![0]!);
        Assert.Equal(("We are closed", "Salgan"), ((string)prompt["before"]!["value"]!, (string)prompt["after"]!["value"]!));
        var (before, after) = (closure["before"]!, closure["after"]!);
        Assert.Equal(("false", "own"), ((string)before["value"]!, (string)before["reason"]!["source"]!));
        Assert.Equal(("true", "scenario"), ((string)after["value"]!, (string)after["reason"]!["source"]!));
        Assert.Equal(id, (string)after["reason"]!["name"]!);
        Assert.Equal("\"1\"", (await api.Get(configs[0])).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Values_that_do_not_fit_any_more_are_shown_by_the_preview_and_refused_when_it_is_switched_on()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(3));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        await api.Put(configs[0], 1, """{ "variables": [{ "name": "Closure", "kind": "number", "value": "1" }] }""");
        await api.Delete(configs[1], 1);

        var preview = await scenarios.Preview(id);
        Assert.False((bool)preview["possible"]!);
        Assert.Equal("Closure.value", (string)preview["configs"]![0]!["problems"]![0]!["path"]!);

        var problem = await scenarios.On(id, ScenariosClient.AnHour()).Refused(400, "2 fields need a fix");
        Assert.Contains("number", (string)problem["errors"]![$"values.{configs[0]}.Closure.value"]![0]!);
        Assert.Contains("There is no config", (string)problem["errors"]![$"values.{configs[1]}"]![0]!);
        Assert.Equal(["false"], await Answers(configs[2..]));
    }

    [Trait("Rule", "R17")]
    [Fact]
    public async Task A_value_for_a_key_that_a_parent_has_locked_is_refused_with_the_explanation()
    {
        var (id, top) = (NewId, NewId);
        await api.Post(top, """{ "variables": [{ "name": "Closure", "kind": "boolean", "value": "false", "locked": true }] }""");
        await api.Post($"{top}~austin", "{}");
        var problem = await scenarios.Put(id, ScenariosClient.Body([$"{top}/austin"])).Refused(400, "");
        Assert.Contains($"{top} has locked Closure", (string)problem["errors"]![$"values.{top}/austin.Closure"]![0]!);
        await scenarios.Get(id).Refused(404, "There is no scenario");
    }

    [Fact]
    public async Task Switched_on_again_it_has_the_new_end_and_a_scenario_that_is_on_is_not_deleted()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        await scenarios.On(id, ScenariosClient.AnHour());
        await scenarios.Put(id, ScenariosClient.Body(configs, "false"), 2);
        Assert.Equal(["true"], await Answers(configs));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var wall = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddHours(48), zone).Date.AddHours(17);
        var end = wall.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        var again = (await (await scenarios.On(id, $$"""{ "until": "{{end}}", "timeZone": "America/New_York" }""")).Json())["on"]!;
        Assert.Equal(new DateTimeOffset(wall, zone.GetUtcOffset(wall)), (DateTimeOffset)again["until"]!);
        Assert.Equal("America/New_York", (string)again["timeZone"]!);
        Assert.Equal(["false"], await Answers(configs));

        await scenarios.Delete(id, 4).Refused(409, "Switch it off first");
        await scenarios.Off(id);
        Assert.Equal(HttpStatusCode.NoContent, (await scenarios.Delete(id, 5)).StatusCode);
        await scenarios.Get(id).Refused(404, "There is no scenario");
        await scenarios.On(id, ScenariosClient.AnHour()).Refused(404, "There is no scenario");
    }

    [Fact]
    public async Task Switching_off_what_is_off_changes_nothing()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        Assert.Equal("\"1\"", (await scenarios.Off(id)).Headers.ETag?.Tag);
        Assert.Equal("\"1\"", (await api.Get(configs[0])).Headers.ETag?.Tag);
    }

    private async Task<IReadOnlyList<string>> Answers(IEnumerable<string> configs)
    {
        var answers = new List<string>();
        foreach (var config in configs)
        {
            var answer = await the.Running.InvokeAsync("get-config", $$"""{ "Details": { "Parameters": { "id": "{{config}}" } } }""");
            answers.Add((string)answer["Closure"]!);
        }

        return answers;
    }
}
