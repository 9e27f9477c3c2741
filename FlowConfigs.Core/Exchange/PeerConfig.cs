using System.Text.Json;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Exchange;

/// <summary>One config of CXBuilder's flow-config: <c>id</c>, <c>description</c>, <c>variables</c>, <c>schema</c> and <c>prompts</c>.</summary>
internal sealed class PeerConfig
{
    // What its getConfig answers where a contact has no language.
    private const string DefaultLanguage = "en-US";

    private readonly ForeignReading reading;
    private readonly List<Variable> variables = [];
    private readonly List<Prompt> prompts = [];
    private readonly string description = "";

    public PeerConfig(JsonElement config, string where)
    {
        (reading, Name) = (new(where), where);
        if (config.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse("", "Must be a config: an object with an id, variables and prompts.");
            return;
        }

        Id = ReadId(config);
        if (config.TryGetProperty("description", out var text) && text.ValueKind != JsonValueKind.Null)
            description = reading.Text(text, "description");
        ReadVariables(reading.Members(config, "variables"), reading.Members(config, "schema"));
        foreach (var prompt in reading.Members(config, "prompts"))
            ReadPrompt(prompt.Key, prompt.Value);
        reading.LeaveOut("", config, "id", "description", "variables", "schema", "prompts");
    }

    /// <summary>The id as the file has it; its place, where it has none.</summary>
    public string Name { get; private set; }

    /// <summary>The id here; null where it cannot be one.</summary>
    public ConfigId? Id { get; }

    public IReadOnlyList<string> Notes => reading.Notes;

    public IReadOnlyList<Problem> Problems => reading.Problems;

    public ExportedConfig ToConfig() => new()
    {
        Id = Id!,
        DisplayName = DisplayNames.Foreign(Name, Id!.Value),
        Description = description,
        DefaultLanguage = prompts.Any(prompt => prompt.Texts.ContainsKey(DefaultLanguage)) ? DefaultLanguage : null,
        Variables = variables,
        Prompts = prompts,
    };

    private ConfigId? ReadId(JsonElement config)
    {
        if (!config.TryGetProperty("id", out var given) || given.ValueKind != JsonValueKind.String
            || given.GetString() is not { Length: > 0 } text)
        {
            reading.Refuse("", "Has no id.");
            return null;
        }

        Name = text;
        if (!ForeignNames.TryReadId(text, out var id, out var problem))
            reading.Refuse("", $"“{text}” cannot be an id. {problem}");
        else if (id.Value != text)
        {
            reading.Note($"“{text}” becomes {id}: other characters become a dash, and so does / because it makes a config inherit. "
                + $"Flows must ask for {id}.");
        }

        return id;
    }

    private void ReadVariables(IReadOnlyDictionary<string, JsonElement> values, IReadOnlyDictionary<string, JsonElement> schema)
    {
        foreach (var (name, value) in values)
        {
            var type = schema.GetValueOrDefault(name);
            var kind = Kind(name, type);
            var key = reading.Key("variable", name);
            variables.Add(new()
            {
                Name = key,
                DisplayName = DisplayNames.Foreign(name, key),
                Kind = kind,
                Value = reading.Text(value, $"variable {name}"),
                Constraints = kind == VariableKind.Select ? new() { Options = Options(name, type) } : null,
            });
        }

        if (schema.Keys.Where(name => !values.ContainsKey(name)).ToList() is { Count: > 0 } unused)
            reading.Note($"Left out: the schema of {string.Join(", ", unused)}, which has no value.");
    }

    private VariableKind Kind(string name, JsonElement type)
    {
        if (type.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return VariableKind.Text;
        if (type.ValueKind == JsonValueKind.Object)
            reading.LeaveOut($" of the schema of {name}", type, "type", "options");
        var given = type.ValueKind == JsonValueKind.Object && type.TryGetProperty("type", out var kind) ? kind : type;
        var text = given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText();
        switch (text)
        {
            case "text": return VariableKind.Text;
            case "number": return VariableKind.Number;
            case "boolean": return VariableKind.Boolean;
            case "select": return VariableKind.Select;
        }

        reading.Note($"The type of {name}, {text}, is unknown, so the variable becomes a text.");
        return VariableKind.Text;
    }

    private List<string> Options(string name, JsonElement type)
    {
        if (type.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array)
            return [.. options.EnumerateArray().Select(option => reading.Text(option, $"variable {name}, options"))];
        return [];
    }

    private void ReadPrompt(string name, JsonElement languages)
    {
        if (languages.ValueKind != JsonValueKind.Object)
        {
            reading.Refuse($"prompt {name}", "Must have texts by language.");
            return;
        }

        var texts = new Dictionary<string, PromptText>();
        foreach (var language in languages.EnumerateObject())
        {
            var place = $"prompt {name}, {language.Name}";
            if (language.Value.ValueKind != JsonValueKind.Object)
                reading.Refuse(place, "Must have a voice text, and can have a chat text.");
            else if (Text(language.Value, place) is { } text)
                texts[language.Name] = text;
        }

        if (texts.Count == 0)
        {
            reading.Note($"Left out: the prompt {name}, which has no text.");
            return;
        }

        var key = reading.Key("prompt", name);
        var isTaken = variables.Any(variable => variable.Name == key);
        if (isTaken)
            reading.Note($"The prompt {name} is read as $.External.{key}Prompt, because the variable {key} has that name too.");
        prompts.Add(new() { Name = name, Key = isTaken ? $"{key}Prompt" : key, Texts = texts });
    }

    // An empty text is none there: a chat gets the voice text.
    private PromptText? Text(JsonElement channels, string place)
    {
        reading.LeaveOut($" of the {place}", channels, "voice", "chat");
        var (voice, chat) = (Channel("voice"), Channel("chat"));
        if (voice != "" || chat != "")
            return new() { Voice = voice, Chat = chat == "" ? null : chat };
        reading.Note($"Left out: the {place}, which has no text.");
        return null;

        string Channel(string name) => channels.TryGetProperty(name, out var text) && text.ValueKind != JsonValueKind.Null
            ? reading.Text(text, $"{place}, {name}")
            : "";
    }
}
