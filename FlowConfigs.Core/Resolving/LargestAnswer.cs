using FlowConfigs.Core.Configs;

namespace FlowConfigs.Core.Resolving;

/// <summary>
/// The largest answer that a flow can get for a config, over every language that it has, both channels, and every instant from
/// now on.
/// </summary>
/// <param name="Bytes">Its size as sent, in UTF-8.</param>
/// <param name="Language">The language of that answer.</param>
/// <param name="Channel">The channel of that answer.</param>
/// <param name="At">The first instant at which it is that large.</param>
/// <param name="LargestKeys">The three keys with the longest values in it, longest first.</param>
public sealed record LargestAnswer(int Bytes, string Language, Channel Channel, DateTimeOffset At, IReadOnlyList<string> LargestKeys)
{
    /// <summary>Whether Connect takes it (<see cref="FlowAnswer.MaxBytes"/>).</summary>
    public bool Fits => Bytes < FlowAnswer.MaxBytes;

    /// <summary>What to tell when it does not fit: Connect would send callers to the Error branch.</summary>
    public ConfigTooLargeException TooLargeFor(ConfigId id) => new(
        $"For {Language} by {Channel.ToString().ToLowerInvariant()}, {id} would answer with {Bytes:N0} bytes; "
        + $"Connect takes fewer than {FlowAnswer.MaxBytes:N0}. Shorten the largest: {string.Join(", ", LargestKeys)}.");

    /// <summary>Finds it for a config and its parents.</summary>
    /// <param name="nearestFirst">The config itself, then its parents.</param>
    /// <param name="now">The instant before which nothing matters any more.</param>
    public static LargestAnswer Of(IReadOnlyList<Config> nearestFirst, DateTimeOffset now)
    {
        // Only the largest is resolved: a config may have 41 instants, and a hundred languages at each.
        var lengths = new AnswerLengths();
        var ((at, chain), (language, channel, _)) = Instants(nearestFirst, now)
            .Select(at => (at, Chain: Chain.Of(nearestFirst, at)))
            .SelectMany(instant => lengths.Of(instant.Chain).Select(answer => (instant, answer)))
            .MaxBy(found => found.answer.Bytes);
        return Of(Resolver.Resolve(chain, language, channel), channel, at);
    }

    // Where there is no prompt, the answer has whatever language was asked for (R10).
    private static int EchoOf(Resolution resolution) => resolution.HasPrompts ? 0 : LanguageTag.MaxLength - resolution.Language.Length;

    private static LargestAnswer Of(Resolution resolution, Channel channel, DateTimeOffset at) => new(
        FlowAnswer.ToJson(FlowAnswer.Of(resolution, isStale: true)).Length + EchoOf(resolution),
        resolution.Language,
        channel,
        at,
        [.. resolution.LargestKeys]);

    // Between the starts and ends of timed changes and scenarios nothing changes.
    private static IEnumerable<DateTimeOffset> Instants(IReadOnlyList<Config> configs, DateTimeOffset now) => configs
        .SelectMany(config => config.Changes.SelectMany(change => new[] { change.From, change.Until })
            .Concat(config.Scenarios.SelectMany(scenario => new[] { scenario.From, scenario.Until })))
        .Where(instant => instant > now)
        .Prepend(now)
        .Distinct()
        .Order();
}
