using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Saving;

/// <summary>How much of AWS's limits a config takes.</summary>
/// <param name="Answer">Its largest answer to a flow.</param>
/// <param name="Item">Its item in the table.</param>
public sealed record Sizes(AnswerSize Answer, ItemSize Item)
{
    /// <summary>From this part of a limit on, people are warned.</summary>
    private const int WarningPercent = 80;

    private static readonly ConfigKind Kind = new();

    /// <summary>A sentence for each limit that is nearly reached.</summary>
    public IReadOnlyList<string> Warnings { get; } =
    [
        .. Warning("answer", Answer.Percent, Answer.LargestKeys),
        .. Warning("stored config", Item.Percent, Item.LargestKeys),
    ];

    /// <summary>Measures a config.</summary>
    /// <param name="nearestFirst">The config, then its parents.</param>
    /// <param name="now">The instant from which on answers matter.</param>
    public static Sizes Of(IReadOnlyList<Config> nearestFirst, DateTimeOffset now)
    {
        var largest = LargestAnswer.Of(nearestFirst, now);
        var config = nearestFirst[0];
        // A config that was never saved gets the user and the time of its save, which take room too.
        var saved = config with { Saved = config.Saved ?? new("", now, null) { Mark = Table.Item.NewMark() } };
        return new(
            new(largest.Bytes, FlowAnswer.MaxBytes, largest.Language, largest.Channel, largest.At, largest.LargestKeys),
            new(Kind.CurrentOf(saved).Size, ConfigStore.MaxItemBytes, ConfigDiff.LargestParts(config)));
    }

    private static IEnumerable<string> Warning(string what, int percent, IReadOnlyList<string> largest)
    {
        if (percent >= WarningPercent)
            yield return $"The {what} takes {percent} % of its limit. Largest: {string.Join(", ", largest)}.";
    }
}

/// <summary>The largest answer of a config, over languages, channels and time.</summary>
/// <param name="Bytes">Its size in UTF-8.</param>
/// <param name="Limit">Connect takes fewer bytes than this.</param>
/// <param name="Language">The language of that answer.</param>
/// <param name="Channel">The channel of that answer.</param>
/// <param name="At">When it is that large for the first time.</param>
/// <param name="LargestKeys">The three keys with the longest values.</param>
public sealed record AnswerSize(
    int Bytes, int Limit, string Language, Channel Channel, DateTimeOffset At, IReadOnlyList<string> LargestKeys)
{
    /// <summary>The part of the limit.</summary>
    public int Percent => (int)(100L * Bytes / Limit);
}

/// <summary>A config's item in the table.</summary>
/// <param name="Bytes">Its size as DynamoDB counts.</param>
/// <param name="Limit">Most bytes of an item.</param>
/// <param name="LargestKeys">The three parts that take most room, such as <c>prompts.Welcome</c>.</param>
public sealed record ItemSize(int Bytes, int Limit, IReadOnlyList<string> LargestKeys)
{
    /// <summary>The part of the limit.</summary>
    public int Percent => (int)(100L * Bytes / Limit);
}
