using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

public sealed class ChangesTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient configs = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Trait("Rule", "R12")]
    [Fact]
    public async Task A_change_reaches_callers_at_once_and_ends_by_itself()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        var added = await (await Add(1, Closure(Now.AddSeconds(2)))).Json();
        Assert.Equal((2, "fire alarm"), ((int)added["version"]!, (string?)added["saved"]!["comment"]));
        Assert.Equal("true", (string?)(await Flow())["Closure"]);
        // The one wait that belongs to what is tested: the change's own end.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Equal("false", (string?)(await Flow())["Closure"]);
    }

    [Trait("Rule", "R12")]
    [Fact]
    public async Task A_change_is_given_on_the_wall_clock_of_its_zone()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        var year = Now.Year + 1;
        var summer = new { from = $"{year}-07-01T09:00", until = $"{year}-07-01T17:00", timeZone = "America/New_York", values = On };
        var added = await (await Add(1, summer)).Json();
        var change = Assert.Single(added["changes"]!.AsArray())!;
        Assert.Equal(
            ($"{year}-07-01T09:00:00-04:00", $"{year}-07-01T17:00:00-04:00"), ((string?)change["from"], (string?)change["until"]));
    }

    [Fact]
    public async Task A_change_that_is_not_there_cannot_be_replaced_and_no_version_is_made()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await Send(HttpMethod.Put, "/nothing", 1, Closure(Now.AddHours(1))).Refused(404, "has no timed change nothing");
        Assert.Equal(1, (int)(await (await configs.Get(id)).Json())["version"]!);
    }

    [Fact]
    public async Task A_body_without_a_change_is_refused()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", "{}", "\"1\"").Refused(400, "change");
        await configs.Send(HttpMethod.Put, $"/api/configs/{id}/changes/any", "{}", "\"1\"").Refused(400, "change");
    }

    [Fact]
    public async Task A_change_can_be_replaced_and_called_off_and_the_history_has_it_all()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        var added = await (await Add(1, Closure(Now.AddHours(1)))).Json();
        var change = (string?)added["changes"]![0]!["id"];
        var later = Now.AddHours(2);
        var replaced = await (await Send(HttpMethod.Put, $"/{change}", 2, Closure(later))).Json();
        Assert.Equal(later.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture), ((string)replaced["changes"]![0]!["until"]!)[..13]);
        Assert.Equal((string?)added["changes"]![0]!["from"], (string?)replaced["changes"]![0]!["from"]);
        var removed = await (await Send(HttpMethod.Delete, $"/{change}", 3)).Json();
        Assert.Empty(removed["changes"]!.AsArray());
        await Send(HttpMethod.Delete, $"/{change}", 4).Refused(404, "has no timed change");
        var versions = (await (await configs.Send(HttpMethod.Get, $"/api/configs/{id}/versions")).Json())["items"]!.AsArray();
        var paths = versions.Take(3).Select(v => v!["changes"]!.AsArray().Select(c => (string)c!["path"]!));
        Assert.All(paths, all => Assert.Contains(all, path => path.StartsWith($"changes.{change}.")));
    }

    [Fact]
    public async Task A_save_that_does_not_speak_of_changes_keeps_them_and_one_that_does_replaces_them()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await Add(1, Closure(Now.AddHours(1)));
        var kept = await (await configs.Put(id, 2, ConfigsClient.Body("false", description: "another"))).Json();
        Assert.Single(kept["changes"]!.AsArray());
        var body = JsonNode.Parse(ConfigsClient.Body("false"))!.AsObject();
        body["changes"] = kept["changes"]!.DeepClone();
        Assert.Single((await (await configs.Put(id, 3, body.ToJsonString())).Json())["changes"]!.AsArray());
        body["changes"] = new JsonArray();
        Assert.Empty((await (await configs.Put(id, 4, body.ToJsonString())).Json())["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"until":"2020-01-01T00:00","values":{"Closure":{"value":"true"}}}""", "changes[0].until")]
    [InlineData("""{"until":"17:00","values":{"Closure":{"value":"true"}}}""", "until")]
    [InlineData("""{"until":"9999-12-31T23:59:59Z","values":{"Closure":{"value":"true"}}}""", "until")]
    [InlineData("""{"until":"2027-01-01T00:00","timeZone":"Mars/Olympus","values":{"Closure":{"value":"true"}}}""", "timeZone")]
    [InlineData("""{"until":"2027-01-01T00:00","values":{}}""", "changes[0].values")]
    [InlineData("""{"until":"2027-01-01T00:00","values":{"Closure":null}}""", "body.values.Closure")]
    [InlineData("""{"until":"2027-01-01T00:00","values":{"Closure":{"value":"maybe"}}}""", "changes[0].values.Closure.value")]
    [InlineData("""{"until":"2027-01-01T00:00","values":{"Parking":{"value":"true"}}}""", "changes[0].values.Parking")]
    public async Task A_change_that_makes_no_sense_is_refused_with_a_path_and_writes_nothing(string change, string path)
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        var problem = await Add(1, JsonNode.Parse(change)!).Refused(400, "");
        Assert.Contains(path, problem["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal(1, (int)(await (await configs.Get(id)).Json())["version"]!);
    }

    [Fact]
    public async Task A_change_needs_the_version_that_it_is_based_on()
    {
        await configs.Post(id, ConfigsClient.Body("false"));
        await configs.Put(id, 1, ConfigsClient.Body("false"));
        await Add(1, Closure(Now.AddHours(1))).Refused(412, "Someone else saved first");
        var body = Body(Closure(Now.AddHours(1)));
        await configs.Send(HttpMethod.Post, $"/api/configs/{id}/changes", body).Refused(428, "If-Match");
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static object On => new { Closure = new { value = "true" } };

    private static object Closure(DateTimeOffset until) => new { until = until.ToString("O", CultureInfo.InvariantCulture), values = On };

    private Task<HttpResponseMessage> Add(int version, object change) => Send(HttpMethod.Post, "", version, change);

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, int version, object? change = null) =>
        configs.Send(method, $"/api/configs/{id}/changes{path}", change is null ? null : Body(change), $"\"{version}\"");

    private static string Body(object change) => JsonSerializer.Serialize(new { change, comment = "fire alarm" });

    private Task<JsonObject> Flow() => the.Running.InvokeAsync(
        "get-config", JsonSerializer.Serialize(new { Details = new { Parameters = new { id } } }));
}
