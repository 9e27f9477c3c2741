using System.Globalization;

namespace FlowConfigs.ConnectHandler;

/// <summary>How long a read is good for without asking the table again: FLOWCONFIGS_CACHE_SECONDS, and 0 unless set.</summary>
internal static class CacheTime
{
    private const string Variable = "FLOWCONFIGS_CACHE_SECONDS";

    // A change should be live within the minute.
    private const int MaxSeconds = 60;

    /// <exception cref="InvalidOperationException">It is no number of seconds, or too many.</exception>
    public static TimeSpan Read(Func<string, string?> variable) => variable(Variable) switch
    {
        null or "" => TimeSpan.Zero,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxSeconds =>
            TimeSpan.FromSeconds(seconds),
        var text => throw new InvalidOperationException($"{Variable} is '{text}': set it to 0–{MaxSeconds} seconds, or unset it."),
    };
}
