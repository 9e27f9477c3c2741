using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.History;

public sealed class HistoryTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient configs = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task Every_version_says_who_when_why_and_what_before_and_after()
    {
        await SaveThreeTimes();
        var versions = (await (await Send($"/versions")).Json())["items"]!.AsArray();
        Assert.Equal([3, 2, 1], versions.Select(v => (int)v!["version"]!));
        Assert.Equal(["alarm over", "fire alarm", null], versions.Select(v => (string?)v!["saved"]!["comment"]));
        Assert.Equal(["saved", "saved", "created"], versions.Select(v => (string?)v!["saved"]!["action"]));
        Assert.All(versions, v => Assert.Equal("whole", (string?)v!["link"]));
        Assert.Equal(("variables.Closure.value", "false", "true"), Change(versions[1]!["changes"]![0]!));
        Assert.Equal((string?)versions[0]!["saved"]!["basedOn"], (string?)versions[1]!["saved"]!["mark"]);
    }

    [Fact]
    public async Task Versions_come_in_pages_without_a_gap()
    {
        await SaveThreeTimes();
        var first = await (await Send("/versions?limit=2")).Json();
        var second = await (await Send($"/versions?limit=2&before={first["next"]}")).Json();
        Assert.Equal([3, 2], first["items"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal([1], second["items"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Null(second["next"]);
        Assert.Equal("whole", (string?)second["items"]![0]!["link"]);
    }

    [Fact]
    public async Task Any_two_versions_can_be_compared()
    {
        await SaveThreeTimes();
        var diff = await (await Send("/diff?from=2&to=3")).Json();
        Assert.Equal(("variables.Closure.value", "true", "false"), Change(Assert.Single(diff["changes"]!.AsArray())!));
        Assert.Empty((await (await Send("/diff?from=1&to=3")).Json())["changes"]!.AsArray());
    }

    [Fact]
    public async Task An_earlier_version_is_restored_as_the_next_one()
    {
        await SaveThreeTimes();
        var restored = await (await Restore("2", 3)).Json();
        Assert.Equal((4, "true"), ((int)restored["version"]!, (string?)restored["variables"]![0]!["value"]));
        Assert.Equal(("restored", "again"), ((string?)restored["saved"]!["action"], (string?)restored["saved"]!["comment"]));
        await Restore("2", 3).Refused(412, "Someone else saved first");
    }

    [Fact]
    public async Task A_deleted_config_keeps_its_history_and_comes_back_by_a_restore()
    {
        await SaveThreeTimes();
        await configs.Delete(id, 3);
        var deletion = (await (await Send("/versions")).Json())["items"]![0]!;
        Assert.Equal((4, true, "deleted"), ((int)deletion["version"]!, (bool)deletion["deleted"]!, (string?)deletion["saved"]!["action"]));
        var restored = await (await Restore("2", null)).Json();
        Assert.Equal((5, "true"), ((int)restored["version"]!, (string?)restored["variables"]![0]!["value"]));
    }

    [Fact]
    public async Task A_restore_leaves_timed_changes_as_they_are_now()
    {
        await SaveThreeTimes();
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", Change("now", TimeSpan.FromHours(1)), "\"3\"");
        var restored = await (await Restore("2", 4)).Json();
        Assert.Equal(("true", "now"), ((string?)restored["variables"]![0]!["value"], (string?)restored["changes"]![0]!["note"]));
    }

    [Fact]
    public async Task What_callers_would_get_of_a_restore_is_shown_before()
    {
        await SaveThreeTimes();
        var preview = await (await configs.Send(HttpMethod.Post, "/api/preview", $$"""{ "id": "{{id}}", "version": "2" }""")).Json();
        Assert.Equal("true", (string?)preview["answer"]!["Closure"]);
        Assert.Equal("false", (string?)preview["now"]!.AsArray().Single(value => (string?)value!["key"] == "Closure")!["value"]);
        Assert.Empty(preview["problems"]!.AsArray());
        await configs.Send(HttpMethod.Post, "/api/preview", $$"""{ "id": "{{id}}", "version": "9" }""").Refused(404, "has no version 9");
    }

    [Fact]
    public async Task A_version_whose_timed_change_is_over_comes_back_without_it()
    {
        await SaveThreeTimes();
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", Change("short", TimeSpan.FromSeconds(2)), "\"3\"");
        await configs.Put(id, 4, """{ "changes": [] }""");
        // The one wait that belongs to what is tested: the change's own end.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Empty((await (await Restore("4", 5)).Json())["changes"]!.AsArray());
        Assert.Empty((await (await Restore("4", 6, changes: true)).Json())["changes"]!.AsArray());
    }

    [Fact]
    public async Task Timed_changes_that_are_not_over_come_back_where_that_is_asked_for()
    {
        await SaveThreeTimes();
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", Change("long", TimeSpan.FromHours(1)), "\"3\"");
        await configs.Send(HttpMethod.Put, $"/api/configs/{id}", """{ "variables": [{ "name": "Closure", "kind": "boolean", "value": "true" }], "changes": [] }""", "\"4\"");
        Assert.Empty((await (await Restore("4", 5)).Json())["changes"]!.AsArray());
        Assert.Equal("long", (string?)(await (await Restore("4", 6, changes: true)).Json())["changes"]![0]!["note"]);
    }

    [Fact]
    public async Task A_restore_needs_the_version_that_it_replaces()
    {
        await SaveThreeTimes();
        await Restore("2", null).Refused(428, "Send If-Match");
        await Restore("9", 3).Refused(404, "has no version 9");
        Assert.Equal("version: Must be a version such as 5.", (string?)(await Restore("zwei", 3).Refused(400, "version"))["detail"]);
        Assert.Equal(3, (int)(await (await configs.Get(id)).Json())["version"]!);
    }

    [Fact]
    public async Task Who_comes_second_sees_field_by_field_what_both_changed_and_can_merge()
    {
        await configs.Post(id, ConfigsClient.Body("false", description: "one"));
        await configs.Put(id, 1, ConfigsClient.Body("true", description: "theirs"));
        var problem = await configs.Put(id, 1, ConfigsClient.Body("true", description: "mine")).Refused(412, "Someone else saved first");
        var fields = problem["differences"]!.AsArray();
        Assert.Equal(["description", "variables.Closure.value"], fields.Select(f => (string?)f!["path"]));
        Assert.Equal(
            ("one", "mine", "theirs", true),
            ((string?)fields[0]!["base"], (string?)fields[0]!["mine"], (string?)fields[0]!["theirs"], (bool)fields[0]!["conflict"]!));
        Assert.False((bool)fields[1]!["conflict"]!);
        await configs.Put(id, (int)problem["currentVersion"]!, ConfigsClient.Body("true", description: "both"));
        var merged = await (await configs.Get(id)).Json();
        Assert.Equal((3, "both"), ((int)merged["version"]!, (string?)merged["description"]));
    }

    [Fact]
    public async Task The_audit_lists_every_change_by_time_and_can_be_narrowed()
    {
        await SaveThreeTimes();
        await configs.Post($"{id}~below", """{"description":"below"}""");
        var first = await Audit($"path={id}&limit=3");
        Assert.Equal(["1", "3", "2"], first["items"]!.AsArray().Select(e => e!["version"]!.ToString()));
        Assert.Equal($"{id}/below", (string?)first["items"]![0]!["id"]);
        Assert.Equal("fire alarm", (string?)first["items"]![2]!["saved"]!["comment"]);
        var rest = await Audit($"path={id}&limit=3&before={Uri.EscapeDataString((string)first["next"]!)}");
        Assert.Equal("created", (string?)Assert.Single(rest["items"]!.AsArray())!["saved"]!["action"]);
        Assert.Empty((await Audit($"path={id}&by=nobody&limit=5"))["items"]!.AsArray());
        Assert.Empty((await Audit($"path={id}&kind=scenario&limit=5"))["items"]!.AsArray());
        Assert.Empty((await Audit($"path={id}&since=2199-01-01T00:00Z&limit=5"))["items"]!.AsArray());
        await configs.Send(HttpMethod.Get, "/api/audit?since=soon").Refused(400, "since");
        await configs.Send(HttpMethod.Get, "/api/audit?limit=0").Refused(400, "limit");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("9999")]
    [InlineData("2026-02-30T17:00:00.0000000Z#config#a#b")]
    [InlineData("2026-03-08T17:00:00.0000000+01:00#config#a#b")]
    [InlineData("2026-03-08T17:00:00.0000000Z")]
    [InlineData("")]
    public async Task An_audit_cursor_that_no_page_gave_returns_400(string before) =>
        await configs.Send(HttpMethod.Get, $"/api/audit?before={Uri.EscapeDataString(before)}").Refused(400, "before");

    [Fact]
    public async Task An_audit_cursor_above_the_longest_returns_400() => await configs.Send(
        HttpMethod.Get, $"/api/audit?before=2026-03-08T17:00:00.0000000Z%23{new string('a', 2000)}").Refused(400, "before");

    [Theory]
    [InlineData("/versions")]
    [InlineData("/versions/1")]
    [InlineData("/diff?from=1&to=2")]
    public async Task A_config_that_never_was_has_no_history(string path) =>
        await configs.Send(HttpMethod.Get, $"/api/configs/{id}{path}").Refused(404, id);

    private async Task<JsonNode> Audit(string query) => await (await configs.Send(HttpMethod.Get, $"/api/audit?{query}")).Json();

    private Task<HttpResponseMessage> Send(string path) => configs.Send(HttpMethod.Get, $"/api/configs/{id}{path}");

    private Task<HttpResponseMessage> Restore(string version, int? ifMatch, bool? changes = null) => configs.Send(
        HttpMethod.Post,
        $"/api/configs/{id}/restore",
        $$"""{"version":"{{version}}","comment":"again","changes":{{(changes is null ? "null" : "true")}}}""",
        ifMatch is null ? null : $"\"{ifMatch}\"");

    private static string Change(string note, TimeSpan lasts)
    {
        var until = (TimeProvider.System.GetUtcNow() + lasts).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return $$"""{ "change": { "until": "{{until}}", "note": "{{note}}", "values": { "Closure": { "value": "true" } } } }""";
    }

    private async Task SaveThreeTimes()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await configs.Put(id, 1, ConfigsClient.Body("true", "fire alarm"));
        await configs.Put(id, 2, ConfigsClient.Body("false", "alarm over"));
    }

    private static (string? Path, string? Before, string? After) Change(JsonNode change) =>
        ((string?)change["path"], (string?)change["before"], (string?)change["after"]);
}
