using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Access;

/// <summary>Who changes something, for the history.</summary>
internal static class Editor
{
    public static Author Author(HttpContext http, string? comment, SaveAction? action = null)
    {
        var access = http.RequestServices.GetRequiredService<CallerAccess>();
        return new(access.Caller.Email, comment, access, action);
    }

    /// <summary>The same, where no config's rules look at the comment.</summary>
    /// <exception cref="InvalidConfigException">The comment is too long; answered with 400.</exception>
    public static Author Explained(HttpContext http, string? comment) => comment?.Length > ConfigRules.MaxDescription
        ? throw new InvalidConfigException([new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")])
        : Author(http, comment);
}
