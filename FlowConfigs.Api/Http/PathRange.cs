using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>The configs of a path, or all, from the one after another on.</summary>
internal sealed record PathRange(ConfigId? Path, ConfigId? After)
{
    /// <exception cref="InvalidConfigException">They are no ids, or the second does not lie in the first; answered with 400.</exception>
    public static PathRange Parse(string? path, string? after)
    {
        var range = new PathRange(PathId.ParseOptional(path, "path"), PathId.ParseOptional(after, "after"));
        if (range is { Path: { } top, After: { } last } && last != top && !last.IsBelow(top))
            throw new InvalidConfigException([new("after", $"Must be an id of the page before: {top}, or one below it.")]);
        return range;
    }
}
