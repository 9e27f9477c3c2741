using System.Globalization;

namespace FlowConfigs.Core.Configs;

/// <summary>An attribute of a tag.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Takes">Whether Polly takes a value.</param>
/// <param name="Values">Which values are possible, for a sentence that goes on after "Use".</param>
internal sealed record SsmlAttribute(string Name, Func<string, bool> Takes, string Values)
{
    private const int LongestNumber = 12;

    /// <summary>Whether the tag needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>An attribute with any value but an empty one.</summary>
    public static SsmlAttribute Text(string name, string values) => new(name, value => value.Trim().Length > 0, values);

    /// <summary>An attribute with one of some words.</summary>
    public static SsmlAttribute Word(string name, params IReadOnlyList<string> words) => new(name, words.Contains, string.Join(", ", words));

    /// <summary>Seconds of a time such as 1.5s or 300ms; null when it is none.</summary>
    public static decimal? Seconds(string value) =>
        value.EndsWith("ms", StringComparison.Ordinal) ? Number(value[..^2]) / 1000
        : value.EndsWith('s') ? Number(value[..^1])
        : null;

    /// <summary>The number of a percentage such as 85%, with or without a sign; null when it is none.</summary>
    public static decimal? Percent(string value) => value.EndsWith('%') ? SignedNumber(value[..^1]) : null;

    /// <summary>The number of a change such as +6dB; null when it is none, or has no sign.</summary>
    public static decimal? Decibels(string value) =>
        value is ['+' or '-', .., 'd', 'B'] ? SignedNumber(value[..^2]) : null;

    private static decimal? SignedNumber(string text) => text switch
    {
        ['+', .. var up] => Number(up),
        ['-', .. var down] => -Number(down),
        _ => Number(text),
    };

    private static decimal? Number(string text) =>
        text.Length <= LongestNumber && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
