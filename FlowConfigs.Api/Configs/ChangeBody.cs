using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Configs;

/// <summary>A timed change as it is sent: times on the wall clock of its time zone, or with an offset.</summary>
public sealed record ChangeBody
{
    private const string Utc = "UTC";

    /// <summary>Left out for a new change: it is given one.</summary>
    public string? Id { get; init; }

    /// <summary>When it begins; left out, at once. Of a clock time that comes twice, the first is meant.</summary>
    public string? From { get; init; }

    /// <summary>When it ends by itself. Of a clock time that comes twice, the second is meant.</summary>
    public required string Until { get; init; }

    /// <summary>An IANA time zone; UTC when left out.</summary>
    public string TimeZone { get; init => field = value ?? Utc; } = Utc;

    public string? Note { get; init; }

    public required IReadOnlyDictionary<string, Override> Values { get; init; }

    internal static IReadOnlyList<TimedChange> ToChanges(IReadOnlyList<ChangeBody> bodies, Config? saved, TimeProvider time)
    {
        var problems = new List<Problem>();
        List<TimedChange> changes = [.. bodies.Select((body, i) => body.ToChange($"changes[{i}].", saved, time, problems))];
        return problems is [] ? changes : throw new InvalidConfigException(problems);
    }

    /// <exception cref="InvalidConfigException">A time or the time zone cannot be read.</exception>
    internal TimedChange ToChange(Config? saved, TimeProvider time)
    {
        List<Problem> problems = [.. ConfigBody.ChangeNulls("body", this)];
        var change = ToChange("", saved, time, problems);
        return problems is [] ? change : throw new InvalidConfigException(problems);
    }

    private TimedChange ToChange(string path, Config? saved, TimeProvider time, List<Problem> problems)
    {
        if (!TimeZones.TryFind(TimeZone, out var zone, out var noZone))
            problems.Add(new(path + "timeZone", noZone));
        // A change that is sent back as it was read goes on from where it began.
        var from = saved?.Changes.FirstOrDefault(change => change.Id == Id)?.From ?? time.GetUtcNow().In(zone);
        if (From is not null && !ZonedTime.TryReadFrom(From, zone, out from, out var fromProblem))
            problems.Add(new(path + "from", fromProblem));
        if (!ZonedTime.TryReadUntil(Until, zone, out var until, out var untilProblem))
            problems.Add(new(path + "until", untilProblem));
        return new() { Id = Id ?? NewId(), From = from, Until = until, TimeZone = TimeZone, Note = Note, Values = Values };
    }

    private static string NewId() => Guid.NewGuid().ToString("N")[..8];
}

/// <summary>A timed change that is added to a config or takes the place of one.</summary>
public sealed record ChangeRequest
{
    /// <summary>The change.</summary>
    public required ChangeBody Change { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Comment { get; init; }
}
