using System.Net;
using System.Text.Json;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>Whatever is wrong with a request is said with its path, and nothing is written; on Kestrel and as a Lambda.</summary>
public abstract class ConfigsRefusalTests(HttpClient http)
{
    private readonly ConfigsClient api = new(http);

    /// <summary>A body with text variables of so many characters of two bytes each.</summary>
    private static string Texts(params IEnumerable<(string Name, int Length)> texts) => JsonSerializer.Serialize(
        new { variables = texts.Select(t => new { name = t.Name, kind = "text", value = new string('é', t.Length) }) });

    private static string NewId => $"test-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("/api/configs?limit=0", 400, "limit")]
    [InlineData("/api/configs?limit=ten", 400, "limit")]
    [InlineData("/api/configs?path=a%20b", 400, "path")]
    [InlineData("/api/configs?path=a&after=b", 400, "after")]
    [InlineData("/api/configs?limit=2147483648", 400, "limit: Must be a whole number.")]
    [InlineData("/api/export?lists=maybe", 400, "lists: Must be true or false.")]
    [InlineData("/api/configs/a%20b", 400, "id")]
    [InlineData("/api/configs/a%2Fb", 400, "~")]
    [InlineData("/api/configs/a~~b", 400, "id")]
    [InlineData("/api/configs/a~b~c~d~e", 400, "4 levels")]
    [InlineData("/api/configs/..~a", 400, "only dots")]
    [InlineData("/api/configs/a%252Fb", 400, "~")]
    [InlineData("/api/configs/%D0%B0ustin", 400, "letters A–Z")]
    [InlineData("/api/configs/a%01b", 400, "letters A–Z")]
    [InlineData("/api/configs/a%0Ab", 400, "letters A–Z")]
    [InlineData("/api/configs/~", 400, "can't start or end with /")]
    [InlineData("/api/nothing", 404, "")]
    public async Task A_bad_address_is_refused_with_a_sentence(string path, int status, string detail) =>
        await api.Send(HttpMethod.Get, path).Refused(status, detail);

    [Theory]
    [InlineData("{", "body", "well-formed")]
    [InlineData("[]", "body", "Must have the type")]
    [InlineData("null", "body", "needed")]
    [InlineData("""{ "variable": [] }""", "variable", "not a field")]
    [InlineData("""{ "description": "a", "description": "b" }""", "description", "twice")]
    [InlineData("""{ "variables": null }""", "variables", "Must have the type")]
    [InlineData("""{ "variables": [null] }""", "variables[0]", "null")]
    [InlineData("""{ "variables": [{ "name": "x" }] }""", "variables[0]", "kind, value")]
    [InlineData("""{ "variables": [{ "name": "x", "kind": 2, "value": "true" }] }""", "variables[0].kind", "Must have the type")]
    [InlineData("""{ "variables": [{ "name": "x", "kind": "boolean", "value": true }] }""", "variables[0].value", "Must have the type")]
    [InlineData("""{ "variables": [{ "name": "x", "kind": "boolean", "value": "yes" }] }""", "variables[0].value", "true or false")]
    [InlineData("""{ "prompts": [{ "name": "x", "texts": { "en-US": null } }] }""", "prompts[0].texts.en-US", "null")]
    [InlineData("""{ "prompts": [{ "name": "x", "texts": { "en-US": { "voice": "<speak>" } } }] }""", "prompts[0].texts.en-US.voice", "SSML")]
    [InlineData(
        """{ "prompts": [{ "name": "P", "texts": { "en-US": { "voice": "<speak><break time=\"1s\"/></speak>" } } }] }""",
        "prompts[0].texts.en-US.voice", "Callers would hear nothing.")]
    [InlineData(
        """{ "prompts": [{ "name": "P", "texts": { "en-US": { "voice": "<speak>We are closed. <break time=\"30s\"/><blink>Bye</blink></speak>" } } }] }""",
        "prompts[0].texts.en-US.voice", "A pause can last at most 10 seconds; this one has 30s. Use two pauses. Amazon Polly has no tag <blink>.")]
    [InlineData("""{ "prompts": [{ "name": "x", "texts": { "english": { "voice": "a" }, "e": { "voice": "a" } } }] }""", "prompts[0].texts.e", "tag")]
    [InlineData(
        """{ "prompts": [{ "name": "x", "texts": { "en": { "voice": "<!DOCTYPE s [<!ENTITY a 'aaa'>]><speak>&a;&a;</speak>" } } }] }""",
        "prompts[0].texts.en.voice", "SSML")]
    [InlineData(
        """{ "variables": [{ "name": "x", "kind": "text", "value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "constraints": { "pattern": "(a+)+" } }] }""",
        "variables[0].value", "pattern")]
    [InlineData("""{ "changes": [{ "until": "12026-01-01T00:00", "values": {} }] }""", "changes[0].until", "time")]
    [InlineData("""{ "overrides": { "x": null } }""", "overrides.x", "null")]
    [InlineData("""{ "overrides": { "x": { "value": "1" } } }""", "overrides.x", "No parent defines")]
    public async Task A_bad_body_is_refused_with_the_path_of_each_problem_and_nothing_is_written(string body, string path, string message)
    {
        var id = NewId;
        var problem = await api.Post(id, body).Refused(400, "");
        if (path != "")
            Assert.Contains(message, (string)problem["errors"]![path]![0]!);
        await api.Get(id).Refused(404, "There is no config");
    }

    [Fact]
    public async Task An_id_above_128_characters_is_refused() =>
        await api.Get(new('a', 129)).Refused(400, "128 characters");

    [Fact]
    public async Task A_body_nested_too_deeply_is_refused() =>
        await api.Post(NewId, string.Concat(Enumerable.Repeat("[", 1000))).Refused(400, "");

    [Fact]
    public async Task A_body_above_1_MB_is_refused_with_413() =>
        await api.Post(NewId, $$"""{ "description": "{{new string('a', 1_100_000)}}" }""").Refused(413, "1 MB");

    [Fact]
    public async Task A_config_whose_answer_Connect_would_not_take_is_refused_with_413_and_the_largest_keys()
    {
        var id = NewId;
        await api.Post(id, Texts(("Greeting", 16_000), ("Notice", 8_000))).Refused(413, "Shorten the largest: Greeting, Notice.");
        await api.Get(id).Refused(404, "There is no config");
    }

    [Fact]
    public async Task What_a_config_inherits_counts_too()
    {
        var id = NewId;
        await api.Post(id, Texts(("Greeting", 10_000)));
        await api.Post($"{id}~austin", Texts(("Notice", 10_000))).Refused(413, "Greeting, Notice");
    }

    [Fact]
    public async Task A_key_that_a_config_below_defines_is_refused()
    {
        var id = NewId;
        await api.Post(id, ConfigsClient.Body(closure: "false"));
        await api.Post($"{id}~austin", """{ "variables": [{ "name": "Parking", "kind": "text", "value": "" }] }""");
        var body = """{ "variables": [{ "name": "Parking", "kind": "text", "value": "" }] }""";
        var problem = await api.Put(id, 1, body).Refused(400, "");
        Assert.Contains($"{id}/austin", (string)problem["errors"]!["variables[0].name"]![0]!);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused_with_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/configs/{NewId}") { Content = new StringContent("a=b") };
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}

public sealed class ConfigsRefusalOnKestrelTests(TheSystem the) : ConfigsRefusalTests(the.Running.Api), IClassFixture<TheSystem>;
