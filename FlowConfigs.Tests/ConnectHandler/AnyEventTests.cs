using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.ConnectHandler;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Tests.Publishing;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>Whatever Connect, or somebody's hand, sends to the published program.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class AnyEventTests(TheSystem the, Published published, ITestOutputHelper output) : IClassFixture<TheSystem>
{
    private const int Events = 10_000;
    private const int AtOnce = 4;

    [Trait("Rule", "R10")]
    [Fact]
    public async Task Ten_thousand_generated_events_each_get_a_map_of_texts_or_a_clean_error()
    {
        var seed = Random.Shared.Next();
        await using var handler = await HandlerProcess.WithoutProgramAsync(published.ConnectHandler);
        await handler.StartAsync(the.Running.Dynamo.Config.ServiceURL, "flow-configs");
        var (found, unknown, errors) = (0, 0, 0);
        await Parallel.ForAsync(0, Events, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var payload = new GeneratedEvent(seed + number).Payload();
            var (isError, answer) = await handler.InvokeAsync(payload);
            var because = string.Create(CultureInfo.InvariantCulture, $"Seed {seed + number}, {payload[..Math.Min(500, payload.Length)]}: {answer}");
            var json = JsonNode.Parse(answer)!.AsObject();
            Assert.True(json.All(member => isError || member.Value?.GetValueKind() == JsonValueKind.String), because);
            Assert.True(Encoding.UTF8.GetByteCount(answer) < FlowAnswer.MaxBytes, because);
            Assert.True(!isError || (string?)json["errorType"] is nameof(JsonException) or nameof(UnexpectedEventException), because);
            Interlocked.Increment(ref isError ? ref errors : ref (string?)json[FlowAnswer.Found] == "true" ? ref found : ref unknown);
        });
        output.WriteLine($"Seed {seed}: {found} found, {unknown} unknown, {errors} clean errors.");
        Assert.Equal(Events, found + unknown + errors);
        Assert.All(new[] { found, unknown, errors }, count => Assert.InRange(count, Events / 100, Events));
        Assert.False(handler.Program!.HasExited);
    }
}

/// <summary>An event that is Connect's in part: members are missing, null, of another type, or very long.</summary>
internal sealed class GeneratedEvent(int seed)
{
    private static readonly string[] Languages = ["en-US", "es-US", "es", "es_US", "x", "", " ", "en-US-x-very-private", "日本", "\u0000"];
    private static readonly string[] Channels = ["VOICE", "CHAT", "TASK", "EMAIL", "voice", "FAX", ""];
    private static readonly string[] Ids =
        ["BasicQueue", "BasicQueue", "field-office/austin", "field-office/nowhere", "+18005550100", "", "/", "a//b", "💥", "x\"y"];

    private readonly Random random = new(seed);

    public string Payload() => random.Next(100) switch
    {
        0 => "null",
        1 => "[]",
        2 => "\"text\"",
        3 => "{ not JSON",
        4 => """{ "Details": { "Parameters": { "id": "BasicQueue", "lang": "\ud83d" } } }""",
        5 or 6 => Object(("id", () => Pick(Ids)), ("lang", () => Pick(Languages)), ("channel", () => Pick(Channels))).ToJsonString(),
        _ => new JsonObject { ["Name"] = "ContactFlowEvent", ["Details"] = Odd(Details) }.ToJsonString(),
    };

    private JsonObject Details() => Object(
        ("ContactData", () => Object(
            ("Channel", () => Pick(Channels)),
            ("LanguageCode", () => Pick(Languages)),
            ("SystemEndpoint", Endpoint),
            ("CustomerEndpoint", Endpoint),
            ("Attributes", () => new JsonObject { ["note"] = new string('é', random.Next(40) == 0 ? 100_000 : 3) }),
            ("Queue", () => null),
            ("MediaStreams", () => new JsonObject()))),
        ("Parameters", () => Object(
            ("id", () => Pick(Ids)),
            ("lang", () => Pick(Languages)),
            ("nested", () => new JsonObject { ["deep"] = new JsonArray(1, null, "x") }))));

    private JsonObject Endpoint() => Object(("Address", () => Pick(Ids)), ("Type", () => "TELEPHONE_NUMBER"));

    private JsonObject Object(params IEnumerable<(string Name, Func<JsonNode?> Value)> members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            if (random.Next(10) > 0)
                json[name] = Odd(value);
        }

        return json;
    }

    // A few are something else.
    private JsonNode? Odd(Func<JsonNode?> value) => random.Next(150) switch
    {
        0 => null,
        1 => random.Next(),
        2 => new JsonArray("x"),
        3 => true,
        _ => value(),
    };

    private JsonNode Pick(string[] texts) => texts[random.Next(texts.Length)];
}
