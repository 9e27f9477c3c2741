using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Core;

/// <summary>
/// The id of a config, such as <c>BasicQueue</c>, <c>field-office/austin</c> or <c>+18005550100</c>. The path is the
/// inheritance: <c>field-office/austin</c> inherits from <c>field-office</c> when that exists. Case-sensitive.
/// </summary>
[JsonConverter(typeof(ConfigIdJsonConverter))]
public sealed record ConfigId
{
    /// <summary>Longest id in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Most levels in a path: a config has at most three parents.</summary>
    public const int MaxLevels = 4;

    private ConfigId(string value) => Value = value;

    /// <summary>The id as written.</summary>
    public string Value { get; }

    /// <summary>The id one level up, whether or not such a config exists; null at the top.</summary>
    public ConfigId? Parent => Value.LastIndexOf('/') is > 0 and var slash ? new ConfigId(Value[..slash]) : null;

    /// <summary>This id and those of its possible parents, nearest first.</summary>
    public IEnumerable<ConfigId> Path
    {
        get
        {
            for (var id = this; id is not null; id = id.Parent)
                yield return id;
        }
    }

    /// <summary>Whether this id lies below <paramref name="other"/> in the path.</summary>
    public bool IsBelow(ConfigId other) => Value.StartsWith(other.Value + "/", StringComparison.Ordinal);

    /// <summary>Reads an id, or says in <paramref name="problem"/> what is wrong with it and how to mend it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ConfigId? id, [NotNullWhen(false)] out string? problem)
    {
        problem = Problem(text);
        id = problem is null ? new ConfigId(text!) : null;
        return problem is null;
    }

    /// <summary>Reads an id that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid; the message says why.</exception>
    public static ConfigId Parse(string text) => TryParse(text, out var id, out var problem) ? id : throw new FormatException(problem);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static string? Problem(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "An id is needed, such as field-office/austin.";
        if (text.Length > MaxLength)
            return $"An id has at most {MaxLength} characters; this one has {text.Length}.";
        var segments = text.Split('/');
        if (segments.Length > MaxLevels)
            return $"An id has at most {MaxLevels} levels; this one has {segments.Length}.";
        if (segments.Any(segment => segment.Length == 0))
            return "An id can't start or end with /, or contain //. Remove the extra /.";
        // URL clients and proxies resolve dot segments away, so such an id could not be addressed.
        if (segments.Any(segment => segment.All(c => c == '.')))
            return "A level of an id can't be only dots. Add a letter or a digit.";
        return segments.All(segment => segment.All(IsIdCharacter))
            ? null
            : "An id can contain only letters A–Z and a–z, digits and . _ + -, with / between levels.";
    }

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '-';
}

/// <summary>Reads and writes an id as JSON text.</summary>
public sealed class ConfigIdJsonConverter : JsonConverter<ConfigId>
{
    /// <inheritdoc/>
    public override ConfigId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConfigId.TryParse(reader.GetString(), out var id, out var problem) ? id : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConfigId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override ConfigId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] ConfigId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
