using System.Text.Json;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Scenarios;

/// <summary>Whatever is wrong with a scenario is said with its path, and nothing is written.</summary>
public sealed class ScenariosRefusalTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ScenariosClient scenarios = new(the.Running.Api);

    private static string NewId => ScenariosClient.NewId;

    [Theory]
    [InlineData("{", "body", "well-formed")]
    [InlineData("null", "body", "needed")]
    [InlineData("{}", "body", "values")]
    [InlineData("""{ "values": null }""", "values", "Must have the type")]
    [InlineData("""{ "values": {} }""", "values", "at least one config")]
    [InlineData("""{ "values": { "a b": {} } }""", "values.a b", "letters")]
    [InlineData("""{ "values": { "../x": {} } }""", "values.../x", "dots")]
    [InlineData("""{ "values": { "a%2Fb": {} } }""", "values.a%2Fb", "letters")]
    [InlineData("""{ "values": { "no-such-config": { "x": { "value": "1" } } } }""", "values.no-such-config", "There is no config")]
    [InlineData("""{ "values": { "BasicQueue": null } }""", "values.BasicQueue", "null")]
    [InlineData("""{ "values": { "BasicQueue": {} } }""", "values.BasicQueue", "at least one key")]
    [InlineData("""{ "values": { "BasicQueue": { "Closure": null } } }""", "values.BasicQueue.Closure", "null")]
    [InlineData("""{ "values": { "BasicQueue": { "Closure": {} } } }""", "values.BasicQueue.Closure.value", "is a variable")]
    [InlineData("""{ "values": { "BasicQueue": { "Closure": { "value": true } } } }""", "values.BasicQueue.Closure.value", "Must have the type")]
    [InlineData("""{ "values": { "BasicQueue": { "Closure": { "value": "yes" } } } }""", "values.BasicQueue.Closure.value", "true or")]
    [InlineData("""{ "values": { "BasicQueue": { "Nothing": { "value": "1" } } } }""", "values.BasicQueue.Nothing", "Neither")]
    [InlineData("""{ "values": { "field-office/austin": { "No": { "value": "1" } } } }""", "values.field-office/austin.No", "Neither")]
    [InlineData(
        """{ "values": { "BasicQueue": { "Welcome": { "texts": { "en": null } } } } }""", "values.BasicQueue.Welcome.texts.en", "null")]
    [InlineData(
        """{ "values": { "BasicQueue": { "Welcome": { "texts": { "en": { "voice": "<speak>" } } } } } }""",
        "values.BasicQueue.Welcome.texts.en.voice",
        "SSML")]
    [InlineData("""{ "values": { "BasicQueue": { "x": { "value": "1" }, "x": { "value": "2" } } } }""", "values.BasicQueue.x", "twice")]
    [InlineData("""{ "value": {} }""", "value", "not a field")]
    public async Task A_bad_scenario_is_refused_with_the_path_of_its_problem(string body, string path, string message)
    {
        var id = NewId;
        var problem = await scenarios.Put(id, body).Refused(400, "");
        Assert.True(problem["errors"]![path] is not null, problem.ToJsonString());
        Assert.Contains(message, (string)problem["errors"]![path]![0]!);
        await scenarios.Get(id).Refused(404, "There is no scenario");
    }

    [Theory]
    [InlineData("{}", "body", "until")]
    [InlineData("""{ "until": null }""", "until", "Must have the type")]
    [InlineData("""{ "until": "" }""", "until", "Must be a time")]
    [InlineData("""{ "until": "tomorrow" }""", "until", "Must be a time")]
    [InlineData("""{ "until": "2020-01-01T00:00" }""", "until", "Must be in the future")]
    [InlineData("""{ "until": "9999-12-31T23:59" }""", "until", "years")]
    [InlineData("""{ "until": "2190-01-01T00:00" }""", "until", "Must be before")]
    [InlineData("""{ "until": "NEXT-01-01T00:00", "timeZone": "Mars/Phobos" }""", "timeZone", "time zone")]
    [InlineData("""{ "until": "NEXT-01-01T00:00", "timeZone": "../../etc/passwd" }""", "timeZone", "time zone")]
    [InlineData("""{ "until": "NEXT-01-01T00:00", "versions": { "a b": 1 } }""", "versions.a b", "letters")]
    [InlineData("""{ "until": "NEXT-01-01T00:00", "versions": { "BasicQueue": "1" } }""", "versions.BasicQueue", "Must have the type")]
    public async Task A_bad_switch_is_refused_and_the_scenario_stays_off(string body, string path, string message)
    {
        var id = NewId;
        var configs = await scenarios.NewConfigs(1);
        await scenarios.Put(id, ScenariosClient.Body(configs));
        var nextYear = $"{TimeProvider.System.GetUtcNow().Year + 1}";
        var problem = await scenarios.On(id, body.Replace("NEXT", nextYear, StringComparison.Ordinal)).Refused(400, "");
        Assert.True(problem["errors"]![path] is not null, problem.ToJsonString());
        Assert.Contains(message, (string)problem["errors"]![path]![0]!);
        Assert.Null((await (await scenarios.Get(id)).Json())["on"]);
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("a~..~b")]
    [InlineData("%D0%B0")]
    [InlineData("a%01")]
    public async Task A_bad_id_is_refused(string id)
    {
        await scenarios.Put(id, """{ "values": {} }""").Refused(400, "id");
        await scenarios.Get(id).Refused(400, "id");
        await scenarios.Off(id).Refused(400, "id");
    }

    [Fact]
    public async Task More_configs_than_one_transaction_takes_are_refused_when_saved()
    {
        var problem = await scenarios.Put(NewId, ScenariosClient.Body(Enumerable.Range(0, 50).Select(i => $"office-{i}"))).Refused(400, "");
        Assert.Contains("There are 50 configs; 49", (string)problem["errors"]!["values"]![0]!);
    }

    [Fact]
    public async Task A_comment_that_is_too_long_and_answers_that_are_too_large_are_refused()
    {
        var (id, configs) = (NewId, await scenarios.NewConfigs(1));
        await scenarios.Put(id, ScenariosClient.Body(configs));
        await scenarios.Off(id, JsonSerializer.Serialize(new { comment = new string('c', 2001) })).Refused(400, "comment");
        await new ConfigsClient(the.Running.Api).Put(configs[0], 1, JsonSerializer.Serialize(new
        {
            variables = new[]
            {
                new { name = "Closure", kind = "text", value = "" },
                new { name = "Other", kind = "text", value = new string('o', 20_000) },
            },
        }));
        var large = ScenariosClient.Body(configs, new string('n', 13_000));
        await scenarios.Put(id, large, 1).Refused(413, "Shorten the largest: Other, Closure");
    }
}
