using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Api.Access;

/// <summary>Who changes something, for the history.</summary>
internal static class Editor
{
    public static string Of(HttpContext http) => http.RequestServices.GetRequiredService<CallerAccess>().Caller.Email;

    public static Author Author(HttpContext http, string? comment, SaveAction? action = null) => new(Of(http), comment, action);

    /// <summary>The same, where no config's rules look at the comment.</summary>
    /// <exception cref="InvalidConfigException">The comment is too long; answered with 400.</exception>
    public static Author Explained(HttpContext http, string? comment) => comment?.Length > ConfigRules.MaxDescription
        ? throw new InvalidConfigException([new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")])
        : Author(http, comment);
}
