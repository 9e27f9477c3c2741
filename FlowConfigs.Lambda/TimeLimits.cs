using System.Globalization;

namespace FlowConfigs.Lambda;

/// <summary>
/// How much longer than in AWS the programs wait for the table and for other services. A local program compiles each method at its first
/// call, and shares its processors with the whole system and with a browser: there, a limit for callers would be a limit on that.
/// </summary>
public static class TimeLimits
{
    /// <summary>The variable with the factor: 1 unless it is set, 20 at most. The AppHost sets it; nothing in AWS does.</summary>
    public const string Variable = "FLOWCONFIGS_TIME_LIMIT_FACTOR";

    private const double Most = 20;

    private static readonly double Factor = Parse(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The limit for this process.</summary>
    /// <param name="inAws">The limit in AWS.</param>
    /// <exception cref="InvalidOperationException">The variable has no such factor (as inner exception of the type's).</exception>
    public static TimeSpan Of(TimeSpan inAws) => inAws * Factor;

    internal static double Parse(string? value) => value switch
    {
        null or "" => 1,
        _ when double.TryParse(value, CultureInfo.InvariantCulture, out var factor) && factor is >= 1 and <= Most => factor,
        _ => throw new InvalidOperationException($"{Variable} is \"{value}\": set it to a number from 1 to {Most:0}, or remove it."),
    };
}
