using System.Net;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Exchange;

/// <summary>What /api/export and /api/import refuse, and in which words.</summary>
public sealed class ExchangeRefusalTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient api = new(the.Running.Api);

    [Theory]
    [InlineData("{", "body", "well-formed")]
    [InlineData("null", "body", "needed")]
    [InlineData("""{ "configs": [] }""", "body", "format")]
    [InlineData("""{ "format": "flow-configs/2" }""", "format", "flow-configs/1")]
    [InlineData("""{ "format": "flow-configs/1", "config": [] }""", "config", "not a field")]
    [InlineData("""{ "format": "flow-configs/1", "format": "flow-configs/1" }""", "format", "twice")]
    [InlineData("""{ "format": "flow-configs/1", "configs": [null] }""", "configs[0]", "null")]
    [InlineData("""{ "format": "flow-configs/1", "configs": [{ "id": "a" }, { "id": "a" }] }""", "configs[1].id", "twice")]
    [InlineData("""{ "format": "flow-configs/1", "next": "list:a b" }""", "next", "An id can contain")]
    [InlineData("""{ "format": "flow-configs/1", "aliases": [null] }""", "aliases[0]", "null")]
    [InlineData("""{ "format": "flow-configs/1", "lists": [{ "id": "a", "keys": "text", "entries": [null] }] }""", "lists[0].entries[0]", "null")]
    [InlineData("""{ "format": "flow-configs/1", "scenarios": [{ "id": "a", "values": { "b": { "c": null } } }] }""", "scenarios[0].values.b.c", "null")]
    [InlineData("""{ "format": "flow-configs/1", "scenarios": [{ "id": "a", "values": {}, "on": true }] }""", "scenarios[0].on", "not a field")]
    [InlineData("""{ "format": "flow-configs/1", "configs": [{ "id": "../a" }] }""", "configs[0].id", "only dots")]
    [InlineData("""{ "format": "flow-configs/1", "configs": [{ "id": "a", "version": 3 }] }""", "configs[0].version", "not a field")]
    [InlineData("""{ "format": "flow-configs/1", "configs": [{ "id": "a", "description": "\ud800" }] }""", "configs[0].description", "")]
    public async Task A_bad_document_is_refused_with_the_path_of_each_problem(string body, string path, string message)
    {
        var problem = await the.Running.Api.Import("dryRun=false", body).Refused(400, "");
        var errors = problem["errors"]!.AsObject().ToDictionary(error => error.Key, error => (string)error.Value![0]!);
        Assert.Contains(path, errors.Keys);
        Assert.Contains(message, errors[path]);
    }

    [Theory]
    [InlineData("""{ "id": "ID", "variables": [null] }""", "variables[0]")]
    [InlineData("""{ "id": "ID", "overrides": { "x": null } }""", "overrides.x")]
    [InlineData("""{ "id": "ID", "prompts": [{ "name": "x", "texts": { "en-US": null } }] }""", "prompts[0].texts.en-US")]
    [InlineData("""{ "id": "ID", "changes": [null] }""", "changes[0]")]
    [InlineData("""{ "id": "ID", "prompts": [{ "name": "y", "texts": { "_": { "voice": "x" } } }] }""", "prompts[0].texts._")]
    [InlineData(
        """{ "id": "ID", "prompts": [{ "name": "x", "texts": { "en-US": { "voice": "<speak>&bomb;</speak>" } } }] }""",
        "prompts[0].texts.en-US.voice")]
    [InlineData(
        """{ "id": "ID", "variables": [{ "name": "x", "kind": "select", "value": "a", "constraints": { "options": ["a", null] } }] }""",
        "variables[0].constraints.options")]
    [InlineData(
        """
        {
          "id": "ID",
          "variables": [
            { "name": "x", "kind": "text", "value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "constraints": { "pattern": "(a+)+" } }
          ]
        }
        """,
        "variables[0].value")]
    public async Task A_bad_config_is_refused_with_the_path_of_each_problem_and_nothing_is_written(string config, string path)
    {
        var id = $"test-{Guid.NewGuid():N}";
        var file = $$"""{ "format": "flow-configs/1", "configs": [{{config.Replace("ID", id, StringComparison.Ordinal)}}] }""";
        var problem = await the.Running.Api.Import("dryRun=false", file).Refused(400, "Nothing was written");
        Assert.Contains($"configs.{id}.{path}", problem["errors"]!.AsObject().Select(error => error.Key));
        await api.Get(id).Refused(404, "There is no config");
    }

    [Theory]
    [InlineData("GET", "/api/export?format=xml", 400, "format")]
    [InlineData("GET", "/api/export?path=a%20b", 400, "path")]
    [InlineData("GET", "/api/export?path=a&after=b", 400, "after")]
    [InlineData("GET", "/api/export?after=list:a%20b:c", 400, "after")]
    [InlineData("POST", "/api/import?dryRun=maybe", 400, "dryRun")]
    [InlineData("POST", "/api/import?path=..", 400, "path")]
    public async Task A_bad_address_is_refused_with_a_sentence(string method, string path, int status, string detail) =>
        await api.Send(new(method), path, method == "POST" ? """{ "format": "flow-configs/1" }""" : null).Refused(status, detail);

    [Fact]
    public async Task CSV_never_deletes() =>
        await the.Running.Api.Import("delete=true", "config,key,language,channel,value", "text/csv").Refused(400, "delete");

    [Fact]
    public async Task A_file_that_is_neither_JSON_nor_CSV_is_refused_with_415() =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await the.Running.Api.Import("", "a: b", "application/yaml")).StatusCode);
}
