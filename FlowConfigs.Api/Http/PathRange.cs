using FlowConfigs.Core;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Http;

/// <summary>The configs of a path, or all, from the one after another on.</summary>
/// <param name="Path">The path that was asked for; null for all.</param>
/// <param name="Within">Where to look: that path, or the caller's own where it is narrower.</param>
/// <param name="After">The last id of the page before; null begins.</param>
internal sealed record PathRange(ConfigId? Path, ConfigId? Within, ConfigId? After)
{
    /// <exception cref="InvalidConfigException">They are no ids, or no page of the caller's ended there; answered with 400.</exception>
    public static PathRange Parse(string? path, string? after, AccessScope scope)
    {
        var (asked, last) = (PathId.ParseOptional(path, "path"), PathId.ParseOptional(after, "after"));
        var within = scope.Narrow(asked);
        return within is null || last is null || last == within || last.IsBelow(within)
            ? new(asked, within, last)
            : throw new InvalidConfigException([new("after", $"Must be the last id of the previous page: {within}, or one below it.")]);
    }
}
