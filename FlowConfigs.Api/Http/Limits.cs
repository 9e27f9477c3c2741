using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>The size of a page.</summary>
internal static class Limits
{
    /// <exception cref="InvalidConfigException">It is not 1 up to <paramref name="most"/>; answered with 400.</exception>
    public static int Of(int? limit, int usual, int most) => limit switch
    {
        null => usual,
        < 1 => throw new InvalidConfigException([new("limit", $"Must be 1–{most}.")]),
        { } some when some > most => throw new InvalidConfigException([new("limit", $"Must be 1–{most}.")]),
        { } some => some,
    };
}
