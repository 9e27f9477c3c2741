using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FlowConfigs.Core.Configs;

/// <summary>
/// The time that all patterns of one check have together. An expression can take minutes for a short text, and a config has many:
/// with a limit for each alone, one request could keep a processor busy for long.
/// https://learn.microsoft.com/dotnet/standard/base-types/best-practices-regex#use-time-out-values
/// </summary>
/// <param name="budget">All of it; null for 300 ms.</param>
public sealed class PatternTime(TimeSpan? budget = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private long left = (budget ?? 3 * Longest).Ticks;

    /// <summary>Whether the whole text matches; null when that takes too long to find out.</summary>
    public bool? Matches(string pattern, string text)
    {
        if (Interlocked.Read(ref left) is not (> 0 and var ticks))
            return null;
        var started = Stopwatch.GetTimestamp();
        try
        {
            return Regex.IsMatch(text, Whole(pattern), RegexOptions.CultureInvariant, ticks < Longest.Ticks ? new(ticks) : Longest);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
        finally
        {
            Interlocked.Add(ref left, -Stopwatch.GetElapsedTime(started).Ticks);
        }
    }

    /// <summary>Whether it is a regular expression.</summary>
    public static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(Whole(pattern), RegexOptions.CultureInvariant, Longest);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Whole(string pattern) => $"^(?:{pattern})\\z";
}
