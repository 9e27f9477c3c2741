using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Core.Configs;
using FsCheck;
using FsCheck.Fluent;

namespace FlowConfigs.Tests.Properties;

public class DiffProperties
{
    // The id never changes; the others say who saved a config and when, not what it is.
    private static readonly string[] Apart = ["id", "version", "saved", "movedFrom", "changed"];

    [Fact]
    public void A_config_does_not_differ_from_itself() =>
        Prop.ForAll(Generate.Config("a").ToArbitrary(), config => Assert.Empty(ConfigDiff.Of(config, config))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_field_that_is_changed_shows() =>
        Prop.ForAll(
            (from config in Generate.Config("a") from pick in Gen.Choose(0, 1_000_000) select (config, pick)).ToArbitrary(),
            asked =>
            {
                var json = JsonSerializer.SerializeToNode(asked.config, ConfigJson.Relaxed.Config)!;
                var leaves = Leaves(json).ToList();
                if (leaves.Count == 0)
                    return;
                var leaf = leaves[asked.pick % leaves.Count];
                var (path, was) = (leaf.GetPath(), leaf.ToJsonString());
                leaf.ReplaceWith(Other(leaf));
                var changed = json.Deserialize(ConfigJson.Default.Config)!;
                Assert.True(ConfigDiff.Of(asked.config, changed).Count > 0, $"{path} was {was}");
            }).QuickCheckThrowOnFailure();

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject map => map
            .Where(member => !Apart.Contains(member.Key) || IsName(map, member.Key))
            .SelectMany(member => Leaves(member.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue value => [value],
        _ => [],
    };

    // A timed change and a scenario have an id too, which is a field like any other.
    private static bool IsName(JsonObject map, string member) => member == "id" && map.ContainsKey("from");

    private static JsonNode Other(JsonValue leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => leaf.GetValue<decimal>() + 1,
        _ when leaf.Parent is JsonArray => leaf.GetValue<string>() + "x",
        _ when leaf.GetPropertyName() is "from" or "until" => leaf.GetValue<DateTimeOffset>().AddMinutes(1),
        _ when leaf.GetPropertyName() == "kind" => leaf.GetValue<string>() == "text" ? "select" : "text",
        _ => leaf.GetValue<string>() + "x",
    };
}
