using FlowConfigs.Core;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Http;

/// <summary>The size of a page, and where it begins.</summary>
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

    /// <exception cref="InvalidConfigException">No page gave such a cursor; answered with 400.</exception>
    public static TimeCursor? Before(string? before) => before is null ? null
        : TimeCursor.TryParse(before, out var cursor) ? cursor
        : throw new InvalidConfigException([new("before", "Must be the value of next on the previous page.")]);
}
