namespace FlowConfigs.Core.Resolving;

/// <summary>The largest answer that a flow can get for a config, over every language that it has and both channels.</summary>
/// <param name="Bytes">Its size as sent, in UTF-8.</param>
/// <param name="Language">The language of that answer.</param>
/// <param name="Channel">The channel of that answer.</param>
/// <param name="LargestKeys">The three keys with the longest values in it, longest first.</param>
public sealed record LargestAnswer(int Bytes, string Language, Channel Channel, IReadOnlyList<string> LargestKeys)
{
    /// <summary>Whether Connect takes it (<see cref="FlowAnswer.MaxBytes"/>).</summary>
    public bool Fits => Bytes < FlowAnswer.MaxBytes;

    /// <summary>Finds it for a chain whose first config exists.</summary>
    public static LargestAnswer Of(Chain chain)
    {
        var languages = chain.Entries.SelectMany(entry => entry.Texts?.Keys ?? []).Distinct().DefaultIfEmpty("");
        return languages
            .SelectMany(language => Enum.GetValues<Channel>().Select(channel => Of(Resolver.Resolve(chain, language, channel), channel)))
            .MaxBy(answer => answer.Bytes)!;
    }

    private static LargestAnswer Of(Resolution resolution, Channel channel) => new(
        FlowAnswer.ToJson(FlowAnswer.Of(resolution)).Length,
        resolution.Language,
        channel,
        [.. resolution.LargestKeys]);
}
