using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api;

/// <summary>Who changes something, for the history.</summary>
internal static class Editor
{
    // Until somebody can sign in, every change is the local user's.
    public static string Of(HttpContext http) => http.User.Identity?.Name ?? "local";

    public static Author Author(HttpContext http, string? comment, SaveAction? action = null) => new(Of(http), comment, action);
}
