using System.Text.Json;

namespace FlowConfigs.Core.Exchange;

/// <summary>Reads members of a foreign config, and remembers what is left out and what cannot be read.</summary>
/// <param name="where">Where the file has the config.</param>
internal sealed class ForeignReading(string where)
{
    private readonly List<string> notes = [];
    private readonly List<Problem> problems = [];

    public IReadOnlyList<string> Notes => notes;

    public IReadOnlyList<Problem> Problems => problems;

    public void Note(string note) => notes.Add(note);

    public void Refuse(string place, string message) => problems.Add(new(place == "" ? where : $"{where}, {place}", message));

    /// <summary>A text, or what can be written as one.</summary>
    public string Text(JsonElement value, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String: return value.GetString()!;
            case JsonValueKind.Number: return value.GetRawText();
            case JsonValueKind.True: return "true";
            case JsonValueKind.False: return "false";
            case JsonValueKind.Null:
                Note($"The {place} has no value: it becomes an empty text.");
                return "";
            default:
                Refuse(place, "Must be a text.");
                return "";
        }
    }

    /// <summary>Values by name; none where they are missing.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members(JsonElement config, string name)
    {
        if (config.TryGetProperty(name, out var members) && members.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
            Refuse(name, "Must have values by name.");
        return members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : new Dictionary<string, JsonElement>();
    }

    /// <summary>The key for a name.</summary>
    public string Key(string what, string name)
    {
        var key = ForeignNames.Key(name);
        if (key != name)
            Note($"The {what} “{name}” is read as $.External.{key}: a key has letters, digits, - and _ only.");
        return key;
    }

    /// <summary>Says which members are not known here.</summary>
    public void LeaveOut(string ofWhat, JsonElement element, params IReadOnlyList<string> known)
    {
        if (element.EnumerateObject().Select(member => member.Name).Except(known).ToList() is { Count: > 0 } others)
            Note($"Left out{ofWhat}: {string.Join(", ", others)}.");
    }
}
