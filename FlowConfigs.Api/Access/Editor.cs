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
    /// <exception cref="InvalidConfigException">The comment is too long or has control characters; answered with 400.</exception>
    public static Author Explained(HttpContext http, string? comment) =>
        comment is not null && ConfigRules.DescriptionProblem(comment) is { } problem
            ? throw new InvalidConfigException([new("comment", problem)])
            : Author(http, comment);
}
