using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Configs;

/// <summary>A typed switch or setting. On the wire its value is always a string, as Connect's STRING_MAP demands.</summary>
public record Variable
{
    /// <summary>The name, which is also the key under which a flow reads it.</summary>
    public required string Name { get; init; }

    /// <summary>The name that business users see: one line of at most 80 characters (<see cref="DisplayNames.MaxLength"/>); null shows <see cref="Name"/>.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What kind of value it takes.</summary>
    public required VariableKind Kind { get; init; }

    /// <summary>The value. An empty text is a value.</summary>
    public required string Value { get; init; }

    /// <summary>What the variable does, for the people who change it.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>The heading under which a screen shows it; null shows it before all headings.</summary>
    public string? Section { get; init; }

    /// <summary>Whether configs below this one may not override it.</summary>
    public bool Locked { get; init; }

    /// <summary>Limits on the value; null sets none beyond the kind's.</summary>
    public Constraints? Constraints { get; init; }
}

/// <summary>The kinds of variable.</summary>
[JsonConverter(typeof(EnumNames<VariableKind>))]
public enum VariableKind
{
    /// <summary>Any text, empty included.</summary>
    Text,

    /// <summary>A decimal number written with a point, such as <c>-1.5</c>.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of the options in <see cref="Constraints.Options"/>.</summary>
    Select,
}

/// <summary>Limits on a variable's value. Those that do not fit the kind are refused.</summary>
public sealed record Constraints
{
    /// <summary>Smallest number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>Longest text in characters (UTF-16 units).</summary>
    public int? MaxLength { get; init; }

    /// <summary>A .NET regular expression that the whole text must match; it is given 100 ms.</summary>
    public string? Pattern { get; init; }

    /// <summary>What a select may be, in the order in which a screen shows it.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>
    /// The names that business users see for some or all of <see cref="Options"/>, by option, each one line of at most 80 characters. Flows read
    /// the option itself; null shows the options as they are.
    /// </summary>
    public IReadOnlyDictionary<string, string>? OptionNames { get; init; }
}
