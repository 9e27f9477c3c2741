using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>The API as its clients see it. Every test runs twice: on Kestrel, and as a Lambda behind API Gateway's events.</summary>
public abstract class ConfigsEndpointTests(HttpClient http)
{
    private readonly ConfigsClient api = new(http);

    private static string NewId => $"test-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_created_config_is_read_back_with_its_version_as_the_ETag()
    {
        var id = NewId;
        var created = await api.Post(id, ConfigsClient.Body(closure: "false"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"/api/configs/{id}", created.Headers.Location?.OriginalString);

        var read = await api.Get(id);
        Assert.Equal("\"1\"", read.Headers.ETag?.Tag);
        var config = await read.Json();
        Assert.Equal((id, 1, "false"), ((string)config["id"]!, (int)config["version"]!, (string)config["variables"]![0]!["value"]!));
    }

    [Fact]
    public async Task A_save_makes_the_next_version_and_says_who_when_and_why()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        var saved = await api.Put(id, 1, ConfigsClient.Body(closure: "true", comment: "Fire alarm"));
        Assert.Equal("\"2\"", saved.Headers.ETag?.Tag);
        var config = await saved.Json();
        Assert.Equal("true", (string)config["variables"]![0]!["value"]!);
        Assert.Equal(("admin@example.com", "Fire alarm"), ((string)config["saved"]!["by"]!, (string)config["saved"]!["comment"]!));
        Assert.InRange((DateTimeOffset)config["saved"]!["at"]!, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task An_id_with_a_path_and_a_plus_is_one_segment_of_the_URL()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        var created = await api.Post($"{id}~+1800.5550100_x-y", """{ "overrides": { "Closure": { "value": "true" } } }""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"{id}/+1800.5550100_x-y", (string)(await (await api.Get($"{id}~%2B1800.5550100_x-y")).Json())["id"]!);
    }

    [Fact]
    public async Task An_office_shows_what_it_inherits_and_from_where()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "true"));
        await api.Post($"{id}~austin", """{ "description": "Austin" }""");
        var inherited = (await (await api.Get($"{id}~austin")).Json())["inherited"]!;
        Assert.Equal(("Closure", "true", id), Inherited(inherited["variables"]![0]!, "name"));
        Assert.Equal("ClosurePrompt", (string)inherited["prompts"]![0]!["key"]!);

        static (string Name, string Value, string From) Inherited(JsonNode variable, string name) =>
            ((string)variable[name]!, (string)variable["value"]!, (string)variable["from"]!);
    }

    [Fact]
    public async Task A_save_without_If_Match_is_refused_with_428()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Put(id, null, ConfigsClient.Body(closure: "true")).Refused(428, "If-Match");
        await api.Put(id, "*", ConfigsClient.Body(closure: "true")).Refused(428, "If-Match");
        Assert.Equal("\"1\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_stale_save_is_refused_with_412_and_the_current_version()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Put(id, 1, ConfigsClient.Body(closure: "true"));
        var problem = await api.Put(id, 1, ConfigsClient.Body(closure: "false")).Refused(412, "Someone else saved first");
        Assert.Equal(2, (int)problem["currentVersion"]!);
        Assert.Equal("true", (string)problem["current"]!["variables"]![0]!["value"]!);
    }

    [Fact]
    public async Task Of_eight_editors_who_save_at_once_one_is_first_and_the_others_learn_it()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        var saves = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => api.Put(id, 1, ConfigsClient.Body("true", $"editor {i}"))));
        Assert.Single(saves, s => s.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, saves.Count(s => s.StatusCode == HttpStatusCode.PreconditionFailed));
        Assert.Equal("\"2\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Every_save_is_answered_with_what_it_saved_however_soon_somebody_else_saves()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async editor =>
        {
            HttpResponseMessage saved;
            do
            {
                var version = (int)(await (await api.Get(id)).Json())["version"]!;
                saved = await api.Put(id, version, ConfigsClient.Body("true", $"editor {editor}"));
            }
            while (saved.StatusCode == HttpStatusCode.PreconditionFailed);
            Assert.Equal($"editor {editor}", (string)(await saved.Json())["saved"]!["comment"]!);
        }));
        Assert.Equal("\"9\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task An_id_that_is_taken_is_refused_with_409()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Post(id, ConfigsClient.Body(closure: "true")).Refused(409, "exists already");
    }

    [Fact]
    public async Task A_config_that_does_not_exist_is_answered_with_404()
    {
        await api.Get(NewId).Refused(404, "There is no config");
        await api.Put(NewId, 1, ConfigsClient.Body(closure: "true")).Refused(404, "does not exist");
        await api.Delete(NewId, 1).Refused(404, "There is no config");
    }

    [Fact]
    public async Task A_deleted_config_is_gone_and_a_new_one_of_its_name_goes_on_counting()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Delete(id, 1)).StatusCode);
        await api.Get(id).Refused(404, "There is no config");
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        Assert.Equal("\"3\"", (await api.Get(id)).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_config_with_others_below_it_is_not_deleted()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Post($"{id}-old", "{}");
        await api.Post($"{id}~austin", "{}");
        await api.Delete(id, 1).Refused(409, $"{id}/austin");
        Assert.Equal(HttpStatusCode.OK, (await api.Get(id)).StatusCode);
    }

    // Lambda answers with at most 6 MB, and API Gateway gets the bodies as base64.
    [Fact]
    public async Task A_page_of_large_configs_ends_before_its_answer_is_too_large()
    {
        var id = NewId;
        var variables = Enumerable.Range(0, 300).Select(i => new { name = $"V{i}".PadRight(64, 'x'), kind = "text", value = "" }).ToList();
        foreach (var i in Enumerable.Range(0, 120))
            await api.Post($"{id}~office-{i}", System.Text.Json.JsonSerializer.Serialize(new { variables }));

        var (found, pages) = (0, 0);
        for (string? after = ""; after is not null; pages++)
        {
            var answer = await api.Send(HttpMethod.Get, $"/api/configs?path={id}&limit=5000&after={after}");
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 4_500_000);
            var page = await answer.Json();
            found += page["items"]!.AsArray().Count;
            after = (string?)page["next"];
        }

        Assert.Equal(120, found);
        Assert.InRange(pages, 2, 120);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task The_list_pages_through_all_configs_of_a_path(int limit)
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Post($"{id}-old", "{}");
        foreach (var office in new[] { "austin", "boston", "chicago" })
            await api.Post($"{id}~{office}", "{}");

        var found = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await (await api.Send(HttpMethod.Get, $"/api/configs?path={id}&limit={limit}&after={after}")).Json();
            Assert.InRange(page["items"]!.AsArray().Count, 0, limit);
            found.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["next"];
        }

        Assert.Equal([id, $"{id}/austin", $"{id}/boston", $"{id}/chicago"], found);
    }

    [Theory]
    [InlineData("wetter")]
    [InlineData("CLOSURE")]
    [InlineData("storm%20warning")]
    public async Task The_list_finds_a_text_in_id_description_and_names(string text)
    {
        var id = $"{NewId}-wetter";
        await api.Post(id, ConfigsClient.Body(closure: "false", description: "Storm warning"));
        var page = await (await api.Send(HttpMethod.Get, $"/api/configs?path={id}&text={text}")).Json();
        Assert.Equal(id, (string)Assert.Single(page["items"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task The_list_finds_nothing_where_nothing_is()
    {
        var page = await (await api.Send(HttpMethod.Get, $"/api/configs?text={NewId}")).Json();
        Assert.Empty(page["items"]!.AsArray());
        Assert.Null(page["next"]);
    }

    [Fact]
    public async Task The_description_of_the_API_is_the_committed_one()
    {
        var served = await http.GetFromJsonAsync<JsonNode>("/api/openapi/v1.json", TestContext.Current.CancellationToken);
        var committed = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("FlowConfigs.Api/openapi.json"), TestContext.Current.CancellationToken));
        Assert.True(
            JsonNode.DeepEquals(committed, served),
            "openapi.json is not up to date. Run: dotnet build FlowConfigs.Api -p:UpdateOpenApi=true, and npm run api-types in FlowConfigs.Web");
    }

    [Fact]
    public async Task It_says_that_it_is_healthy() =>
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health", TestContext.Current.CancellationToken)).StatusCode);
}

public sealed class ConfigsEndpointOnKestrelTests(TheSystem system) : ConfigsEndpointTests(system.Running.Api), IClassFixture<TheSystem>;
