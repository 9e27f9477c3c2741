using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// Reads what CXBuilder's flow-config exports: an array of configs, or an object with that array as <c>flowConfigs</c>; and its table as
/// DynamoDB exports it to S3, an item a line
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html).
/// </summary>
public static class PeerConfigs
{
    private const string Configs = "flowConfigs";

    /// <summary>Reads such a file; null where it is something else.</summary>
    /// <exception cref="InvalidConfigException">It is such a file and cannot be read, or has too many configs.</exception>
    /// <exception cref="JsonException">It is no JSON at all.</exception>
    public static ForeignFile? TryRead(ReadOnlyMemory<byte> utf8)
    {
        if (DynamoDbItems.AreIn(utf8.Span))
            return Of([.. DynamoDbItems.Read(utf8)], []);
        // Only a look at how it begins: everything else is this product's own document, which has a strict reader.
        var reader = new Utf8JsonReader(utf8.Span);
        if (!reader.Read() || reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
            return null;
        if (reader.TokenType == JsonTokenType.StartObject && utf8.Span.IndexOf("\"flowConfigs\""u8) < 0)
            return null;
        using var json = JsonDocument.Parse(utf8, new() { AllowDuplicateProperties = false, MaxDepth = 16 });
        if (json.RootElement.ValueKind == JsonValueKind.Array)
            return Of([.. Elements(json.RootElement)], []);
        if (json.RootElement.TryGetProperty("format", out _) || !json.RootElement.TryGetProperty(Configs, out var configs))
            return null;
        if (configs.ValueKind != JsonValueKind.Array)
            throw new InvalidConfigException([new(Configs, "Must be an array of configs.")]);
        var others = json.RootElement.EnumerateObject().Select(member => member.Name).Where(name => name != Configs).ToList();
        return Of([.. Elements(configs)], others is [] ? [] : [$"Left out of the file: {string.Join(", ", others)}."]);
    }

    private static IEnumerable<(string Where, JsonElement Config)> Elements(JsonElement array) =>
        array.EnumerateArray().Select((config, i) => ($"config {i + 1}", config));

    private static ForeignFile Of(IReadOnlyList<(string Where, JsonElement Config)> elements, IReadOnlyList<string> notes)
    {
        if (elements.Count > Import.MaxConfigs)
            throw new InvalidConfigException([new("configs", $"Has more than {Import.MaxConfigs:N0} configs. Import some at a time.")]);
        var configs = new Dictionary<ConfigId, ExportedConfig>();
        var origins = new Dictionary<ConfigId, ForeignOrigin>();
        var names = new Dictionary<ConfigId, string>();
        var refused = new List<ImportItem>();
        foreach (var (where, element) in elements)
        {
            var peer = Read(element, where, refused);
            if (peer is null)
                continue;
            if (peer.Id is not { } id)
                refused.Add(Refused(peer.Name, peer.Problems));
            else if (names.TryGetValue(id, out var other))
                refused.Add(Refused(peer.Name, [new(where, $"“{other}” is {id} here too. Give one of the two another id in the file.")]));
            else
                (names[id], configs[id], origins[id]) = (peer.Name, peer.ToConfig(), new(where, peer.Notes, peer.Problems));
        }

        return new(new() { Format = ExportDocument.CurrentFormat, Configs = [.. configs.Values] }, origins, refused, notes);
    }

    private static PeerConfig? Read(JsonElement element, string where, List<ImportItem> refused)
    {
        try
        {
            return new(element, where);
        }
        catch (InvalidOperationException)
        {
            // What the reader throws for half of a surrogate pair: everything else has been asked for its kind.
            refused.Add(Refused(where, [new(where, "Has half a character, such as \\ud800 alone. Correct the text.")]));
            return null;
        }
    }

    private static ImportItem Refused(string id, IReadOnlyList<Problem> problems) =>
        new(Kinds.Config, id, ImportOutcome.Refused) { Problems = problems };
}
