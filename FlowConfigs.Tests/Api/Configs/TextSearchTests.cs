using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>Configs are found by words in their prompts' texts and text values.</summary>
public sealed class TextSearchTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const string Parent = """
        {
          "variables": [
            { "name": "Address", "kind": "text", "value": "1 Main Street" },
            { "name": "Mode", "kind": "select", "value": "Main", "constraints": { "options": ["Main"] } }
          ],
          "prompts": [{ "name": "Parking", "texts": {
            "en-US": { "voice": "Park on Main street.", "chat": "Parking: lot 7" },
            "es-US": { "voice": "Estacione en el lote." }
          } }]
        }
        """;

    private const string Office = """
        { "overrides": { "Address": { "value": "9 Oak Street" }, "Parking": { "texts": { "es-US": { "voice": "Calle Oak." } } } } }
        """;

    private readonly ConfigsClient api = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("main STREET", "Parking en-US|Address ")]
    [InlineData("lot 7", "Parking en-US")]
    [InlineData("estacione", "Parking es-US")]
    public async Task Words_are_found_with_their_prompt_and_language(string text, string places) =>
        Assert.Equal([$"{id}: {places}"], await FindAsync(text));

    [Fact]
    public async Task Words_are_found_in_what_a_config_overrides() =>
        Assert.Equal([$"{id}/austin: Address |Parking es-US"], await FindAsync("oak"));

    [Fact]
    public async Task Words_that_nobody_has_are_not_found() => Assert.Empty(await FindAsync($"{Guid.NewGuid():N}"));

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("  a  ")]
    public async Task A_text_that_is_too_short_returns_400(string text) => await RefusedAsync(text);

    [Fact]
    public async Task A_text_that_is_too_long_returns_400() => await RefusedAsync(new('a', 101));

    private async Task RefusedAsync(string text) =>
        await api.Send(HttpMethod.Get, $"/api/texts?text={Uri.EscapeDataString(text)}").Refused(400, "3–100 characters");

    private async Task<IEnumerable<string>> FindAsync(string text)
    {
        await api.Post(id, Parent);
        await api.Post($"{id}~austin", Office);
        var page = await (await api.Send(HttpMethod.Get, $"/api/texts?path={id}&text={Uri.EscapeDataString(text)}")).Json();
        Assert.Equal(2, (int)page["lookedThrough"]!);
        return page["items"]!.AsArray().Select(item => $"{item!["id"]}: {string.Join('|', item["places"]!.AsArray().Select(Written))}");
    }

    private static string Written(JsonNode? place) => $"{place!["key"]} {place["language"]}";
}
