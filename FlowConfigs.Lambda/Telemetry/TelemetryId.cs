namespace FlowConfigs.Lambda.Telemetry;

/// <summary>Ids as telemetry may show them.</summary>
public static class TelemetryId
{
    private const int FewestDigits = 7;
    private const int DigitsShown = 4;
    private const string InNumbers = "+-.() 0123456789";

    /// <summary>
    /// The id, with telephone numbers cut to their last four digits: a config may be named by the number that is dialled, and a flow may
    /// pass whatever it likes.
    /// </summary>
    public static string? Of(string? id) => id is null || !id.Any(char.IsAsciiDigit)
        ? id
        : string.Join('/', id.Split('/').Select(level => IsNumber(level) ? "…" + level.Trim()[^DigitsShown..] : level));

    private static bool IsNumber(string level) =>
        level.Count(char.IsAsciiDigit) >= FewestDigits && level.All(character => InNumbers.Contains(character, StringComparison.Ordinal));
}
