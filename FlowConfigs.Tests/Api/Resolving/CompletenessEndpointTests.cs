using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Api.Settings;

namespace FlowConfigs.Tests.Api.Resolving;

/// <summary>The state of every text, of one config and of many.</summary>
[Collection(SettingsCollection.Name)]
public sealed class CompletenessEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient api = new(the.Running.Api);

    private static string NewId => $"test-{Guid.NewGuid():N}";

    [Trait("Rule", "R30")]
    [Fact]
    public async Task A_configs_texts_are_said_to_be_missing_present_or_taken_from_voice()
    {
        var id = NewId;
        await api.Post(id, Prompts(("Welcome", "en-US"), ("Welcome", "es-US"), ("Closure", "en-US")));
        await api.Post($"{id}~austin", "{}");
        var completeness = await Get($"/api/configs/{id}~austin/completeness");
        Assert.False((bool)completeness["complete"]!);
        var closure = completeness["prompts"]!.AsArray().Single(prompt => (string)prompt!["key"]! == "Closure")!;
        var states = closure["texts"]!.AsArray().ToDictionary(
            text => $"{text!["language"]} {text["channel"]}", text => (string)text!["state"]!);
        Assert.Equal(("present", "fromVoice", "missing"), (states["en-US voice"], states["en-US chat"], states["es-US voice"]));
        Assert.Equal(id, (string)closure["from"]!);
    }

    [Trait("Rule", "R31")]
    [Fact]
    public async Task A_translation_is_older_once_its_source_text_is_changed()
    {
        var id = NewId;
        await api.Post(id, Texts("Hello", "Hola"));
        Assert.Equal(0, (int)(await Get($"/api/configs/{id}/completeness"))["counts"]!["older"]!);
        await api.Put(id, 1, Texts("Good day", "Hola"));
        Assert.Equal(1, (int)(await Get($"/api/configs/{id}/completeness"))["counts"]!["older"]!);
        await api.Put(id, 2, Texts("Good day", "Buenos días"));
        Assert.Equal(0, (int)(await Get($"/api/configs/{id}/completeness"))["counts"]!["older"]!);
    }

    [Trait("Rule", "R30")]
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task The_list_pages_through_those_of_a_path_that_are_not_complete(int limit)
    {
        var id = NewId;
        var offered = (await Get("/api/settings"))["languages"]!.AsArray().Select(language => (string)language!["tag"]!);
        await api.Post(id, Prompts([.. offered.Select(tag => ("Welcome", tag))]));
        foreach (var office in new[] { "austin", "boston", "chicago", "denver" })
            await api.Post($"{id}~{office}", office is "austin" or "chicago" ? Prompts(("Parking", "en-US")) : "{}");

        var found = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await Get($"/api/completeness?path={id}&limit={limit}&after={after}");
            Assert.InRange(page["items"]!.AsArray().Count, 0, limit);
            found.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["next"];
        }

        Assert.Equal([$"{id}/austin", $"{id}/chicago"], found);
    }

    [Theory]
    [InlineData("/api/completeness?limit=0", 400, "limit")]
    [InlineData("/api/completeness?limit=1001", 400, "limit")]
    [InlineData("/api/completeness?path=a%20b", 400, "path")]
    [InlineData("/api/completeness?path=a&after=b", 400, "after")]
    [InlineData("/api/configs/a%2Fb/completeness", 400, "~")]
    [InlineData("/api/configs/test-nobody-has-this/completeness", 404, "There is no config")]
    public async Task A_bad_address_is_refused_with_a_sentence(string path, int status, string detail) =>
        await api.Send(HttpMethod.Get, path).Refused(status, detail);

    private static string Prompts(params IReadOnlyList<(string Name, string Language)> texts) => JsonSerializer.Serialize(new
    {
        prompts = texts.GroupBy(text => text.Name).Select(prompt => new
        {
            name = prompt.Key,
            texts = prompt.ToDictionary(text => text.Language, text => new { voice = $"{text.Name} in {text.Language}" }),
        }),
    });

    private static string Texts(string english, string spanish) => $$"""
        { "prompts": [{ "name": "Welcome", "texts": { "en-US": { "voice": "{{english}}" }, "es-US": { "voice": "{{spanish}}" } } }] }
        """;

    private async Task<JsonNode> Get(string path) => await (await api.Send(HttpMethod.Get, path)).Json();
}
