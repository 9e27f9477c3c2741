using System.Globalization;

namespace FlowConfigs.Core.Configs;

/// <summary>Which values a variable takes.</summary>
public static class ValueRules
{
    /// <summary>Says what is wrong with a value for a variable; null when nothing is.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value.</param>
    /// <param name="patterns">The time that all patterns of this check have.</param>
    public static string? Problem(Variable variable, string value, PatternTime patterns) => variable.Kind switch
    {
        VariableKind.Boolean => value is "true" or "false" ? null : "Must be true or false.",
        VariableKind.Number => NumberProblem(variable.Constraints, value),
        VariableKind.Select => variable.Constraints?.Options?.Contains(value) == true
            ? null
            : $"Must be one of {string.Join(", ", variable.Constraints?.Options ?? [])}.",
        _ => TextProblem(variable.Constraints, value, patterns),
    };

    /// <summary>Says what is wrong with a variable's constraints, and where; nothing when they fit its kind.</summary>
    public static IEnumerable<Problem> ConstraintProblems(Variable variable)
    {
        var constraints = variable.Constraints ?? new Constraints();
        var isNumber = variable.Kind == VariableKind.Number;
        var isText = variable.Kind == VariableKind.Text;
        var isSelect = variable.Kind == VariableKind.Select;
        if (!isNumber && (constraints.Min ?? constraints.Max) is not null)
            yield return new("constraints", "Only a number has min and max.");
        if (constraints.Min > constraints.Max)
            yield return new("constraints.min", "Must not be above max.");
        if (!isText && (constraints.MaxLength is not null || constraints.Pattern is not null))
            yield return new("constraints", "Only a text has maxLength and pattern.");
        if (constraints.MaxLength < 0)
            yield return new("constraints.maxLength", "Must not be negative.");
        if (constraints.Pattern is { } pattern && !PatternTime.IsPattern(pattern))
            yield return new("constraints.pattern", "Is not a regular expression.");
        if (isSelect && constraints.Options is null or [])
            yield return new("constraints.options", "A select needs at least one option.");
        if (constraints.Options?.Contains(null!) == true)
            yield return new("constraints.options", "Must not have null among them.");
        foreach (var problem in (constraints.Options ?? []).Select(option => option is null ? null : Characters.Problem(option)).OfType<string>())
            yield return new("constraints.options", problem);
        if (!isSelect && constraints.Options is not null)
            yield return new("constraints.options", "Only a select has options.");
    }

    private static string? NumberProblem(Constraints? constraints, string value)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number))
            return "Must be a number such as 15 or 2.5.";
        if (number < constraints?.Min)
            return string.Create(CultureInfo.InvariantCulture, $"Must be at least {constraints.Min}.");
        if (number > constraints?.Max)
            return string.Create(CultureInfo.InvariantCulture, $"Must be at most {constraints.Max}.");
        return null;
    }

    private static string? TextProblem(Constraints? constraints, string value, PatternTime patterns)
    {
        if (Characters.Problem(value) is { } character)
            return character;
        if (value.Length > constraints?.MaxLength)
            return $"Must have at most {constraints.MaxLength} characters; it has {value.Length}.";
        return constraints?.Pattern is not { } pattern ? null : patterns.Matches(pattern, value) switch
        {
            true => null,
            false => $"Must match the pattern {pattern}.",
            null => $"Comparing the value with the pattern {pattern} takes too long. Simplify the pattern.",
        };
    }
}
