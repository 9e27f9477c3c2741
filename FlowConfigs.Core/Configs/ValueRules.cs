using System.Globalization;

namespace FlowConfigs.Core.Configs;

/// <summary>Which values a variable takes.</summary>
public static class ValueRules
{
    private const string TooManyDigits = "Must have at most 15 digits.";

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
        if (!IsExact(constraints.Min))
            yield return new("constraints.min", TooManyDigits);
        if (!IsExact(constraints.Max))
            yield return new("constraints.max", TooManyDigits);
        if (constraints.Min > constraints.Max)
            yield return new("constraints.min", "Must be at most the maximum.");
        if (!isText && (constraints.MaxLength is not null || constraints.Pattern is not null))
            yield return new("constraints", "Only a text has maxLength and pattern.");
        if (constraints.MaxLength < 0)
            yield return new("constraints.maxLength", "Must be 0 or more.");
        if (constraints.Pattern is { } pattern && !PatternTime.IsPattern(pattern))
            yield return new("constraints.pattern", "Must be a .NET regular expression, such as ^[0-9]{4}$.");
        if (isSelect && constraints.Options is null or [])
            yield return new("constraints.options", "A select needs at least one option.");
        if (constraints.Options?.Contains(null!) == true)
            yield return new("constraints.options", "Can't contain null. Remove the empty option.");
        foreach (var problem in (constraints.Options ?? []).OfType<string>().Select(OptionProblem).OfType<string>())
            yield return new("constraints.options", problem);
        if ((constraints.Options ?? []).GroupBy(option => option).FirstOrDefault(option => option.Count() > 1) is { Key: { } twice })
            yield return new("constraints.options", $"Must have each option once. There twice: {twice}.");
        if (!isSelect && constraints.Options is not null)
            yield return new("constraints.options", "Only a select has options.");
    }

    // Screens show and edit one option a line.
    private static string? OptionProblem(string option) =>
        option.Contains('\n') || option.Contains('\r') ? "Can't have a line break in an option." : Characters.Problem(option);

    // A limit is a number in JSON, and JavaScript keeps 15 digits of one: a browser that saves the config would change the others.
    // https://learn.microsoft.com/dotnet/api/system.decimal.op_explicit: from double, to 15 significant digits.
    private static bool IsExact(decimal? limit) => limit is not { } number || (Math.Abs(number) < 1e15m && (decimal)(double)number == number);

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
