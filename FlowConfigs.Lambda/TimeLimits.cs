using System.Globalization;
using FlowConfigs.Lambda.Aws;

namespace FlowConfigs.Lambda;

/// <summary>
/// The factor by which this process waits longer than in AWS for the table and for other services. A local program compiles each method at
/// its first call, on processors that it shares with the whole system and a browser. With the limits of AWS its first calls would fail.
/// </summary>
public static class TimeLimits
{
    /// <summary>The variable with the factor, from 1 to 20; 1 unless it is set. The AppHost sets it, and nothing in AWS does.</summary>
    public const string Variable = "FLOWCONFIGS_TIME_LIMIT_FACTOR";

    private const double Most = 20;

    // DynamoDbOptions refuses another value when the program starts.
    private static readonly double Factor = TryParse(Environment.GetEnvironmentVariable(Variable), out var factor) ? factor : 1;

    /// <summary>The limit for this process.</summary>
    /// <param name="inAws">The limit in AWS.</param>
    public static TimeSpan Of(TimeSpan inAws) => inAws * Factor;

    /// <summary>The sentence about a wrong value of the variable, with its remedy; null for a good one. See <see cref="DynamoDbOptions"/>.</summary>
    internal static string? Problem(string? value) =>
        TryParse(value, out _) ? null : $"{Variable} is '{value}': set it to a number from 1 to {Most:0}, or unset it.";

    internal static bool TryParse(string? value, out double factor)
    {
        factor = 1;
        return string.IsNullOrEmpty(value)
            || (double.TryParse(value, CultureInfo.InvariantCulture, out factor) && factor is >= 1 and <= Most);
    }
}
