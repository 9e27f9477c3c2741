using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Exchange;

/// <summary>What may sound wrong is said of an imported text as of a typed one, and stops no import.</summary>
public sealed class ImportedSpeechTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const string Aloud = "Callers hear the tag <break/> read aloud.";

    private readonly HttpClient http = the.Running.Api;
    private readonly string id = $"test-{Guid.NewGuid():N}";

    [Trait("Rule", "R39")]
    [Fact]
    public async Task A_document_names_the_texts_of_its_configs_and_of_its_scenarios()
    {
        var file = $$"""
            { "format": "flow-configs/1",
              "configs": [{ "id": "{{id}}", "defaultLanguage": "en-US", "prompts": [
                { "name": "Closed", "texts": { "en-US": { "voice": "We are <break/> closed", "chat": "Closed" } } }] }],
              "scenarios": [{ "id": "{{id}}-fire", "values": { "{{id}}": {
                "ClosedPrompt": { "texts": { "en-US": { "voice": "Fire", "chat": "<b>Fire</b>" } } } } } }] }
            """.Replace("ClosedPrompt", "Closed", StringComparison.Ordinal);
        foreach (var query in new[] { "", "dryRun=false" })
        {
            var items = (await (await http.Import(query, file)).Json())["items"]!.AsArray();
            Expect(items[0]!, "prompts[0].texts.en-US.voice", Aloud);
            Expect(items[1]!, $"values.{id}.Closed.texts.en-US.chat", "A chat shows the tag <b> as it is.");
        }
    }

    [Trait("Rule", "R39")]
    [Fact]
    public async Task A_spreadsheet_names_the_line()
    {
        await new ConfigsClient(http).Post(id, """
            { "defaultLanguage": "en-US", "prompts": [{ "name": "Closed", "texts": { "en-US": { "voice": "We are closed" } } }] }
            """);
        var csv = $"config,key,language,channel,value\n{id},Closed,en-US,voice,We are <break/> closed\n";
        var report = await (await http.Import("", csv, "text/csv")).Json();
        Expect(report["items"]![0]!, $"line 2, Closed (en-US, voice) of {id}, column value", Aloud);
    }

    private static void Expect(JsonNode item, string path, string sentence)
    {
        var warning = Assert.Single(item["warnings"]!.AsArray())!;
        Assert.Equal(path, (string?)warning["path"]);
        Assert.StartsWith(sentence, (string?)warning["message"]);
    }
}
