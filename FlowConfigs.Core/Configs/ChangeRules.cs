using System.Globalization;

namespace FlowConfigs.Core.Configs;

/// <summary>A timed change ends, has not ended, and fits what the config defines or inherits.</summary>
public static class ChangeRules
{
    /// <summary>Most timed changes of a config.</summary>
    public const int MaxChanges = 20;

    /// <summary>Longest note in characters.</summary>
    public const int MaxNote = 200;

    /// <summary>How far ahead a change may end: dates beyond are slips of the pen.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(5 * 366);

    /// <summary>The config without what it had and what has ended since: the history keeps it.</summary>
    public static Config WithoutEnded(Config config, Config? saved, DateTimeOffset now) => config with
    {
        Changes = [.. config.Changes.Where(change => change.Until > now || saved?.Changes.Any(c => c.Id == change.Id) != true)],
        Scenarios = [.. config.Scenarios.Where(scenario => scenario.Until > now)],
    };

    /// <remarks>A change that the saved version has as it is is never refused; see <see cref="OverrideRules"/>.</remarks>
    internal static IEnumerable<Problem> Problems(
        Config config, Config? saved, Chain chain, DateTimeOffset now, PatternTime patterns)
    {
        var kept = (saved?.Changes ?? []).ToDictionary(change => change.Id);
        for (var i = 0; i < config.Changes.Count; i++)
        {
            var change = config.Changes[i];
            if (config.Changes.Take(i).Any(other => other.Id == change.Id))
                yield return new($"changes[{i}].id", $"Must be unique: another change has the id {change.Id}.");
            if (kept.TryGetValue(change.Id, out var before) && Same(before, change))
                continue;
            foreach (var problem in ConfigRules.Under($"changes[{i}]", Problems(change, before, config.Id, chain, now, patterns)))
                yield return problem;
        }
    }

    private static IEnumerable<Problem> Problems(
        TimedChange change, TimedChange? before, ConfigId config, Chain chain, DateTimeOffset now, PatternTime patterns)
    {
        if (change.Id.Length is 0 or > 40 || !change.Id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            yield return new("id", "Must have 1–40 letters, digits or -.");
        if (!TimeZones.TryFind(change.TimeZone, out _, out var noZone))
            yield return new("timeZone", noZone);
        if (change.Note?.Length > MaxNote)
            yield return new("note", $"Must have at most {MaxNote} characters.");
        if (change.Note is not null && Characters.Problem(change.Note) is { } character)
            yield return new("note", character);
        if (EndProblem(change.From, change.Until, now) is { } end)
            yield return new("until", end);
        if (change.Values.Count == 0)
            yield return new("values", "A change needs at least one value.");
        foreach (var (key, given) in change.Values)
        {
            var known = before?.Values.GetValueOrDefault(key);
            foreach (var problem in ConfigRules.Under($"values.{key}", OverrideRules.Problems(key, given, chain, config, patterns, known)))
                yield return problem;
        }
    }

    /// <summary>Says what is wrong with an end; null when nothing is.</summary>
    public static string? EndProblem(DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) =>
        until <= from ? "Must be after from."
        : until <= now ? "Must be in the future: this time has passed."
        : until - now > Horizon ? string.Create(CultureInfo.InvariantCulture, $"Must be before {now + Horizon:yyyy-MM-dd}.")
        : null;

    private static bool Same(TimedChange one, TimedChange other) =>
        one with { Values = other.Values } == other
        && one.Values.Count == other.Values.Count
        && one.Values.All(value => other.Values.TryGetValue(value.Key, out var given) && given.HasSameContentAs(value.Value));
}
