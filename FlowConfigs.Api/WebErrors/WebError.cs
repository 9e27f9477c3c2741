using FlowConfigs.Core;

namespace FlowConfigs.Api.WebErrors;

/// <summary>An error in the web app.</summary>
public sealed record WebError
{
    private const int LongestName = 100;
    private const int LongestMessage = 500;
    private const int LongestStack = 4000;

    /// <summary>What happened, in the browser's words.</summary>
    public required string Message { get; init; }

    /// <summary>The kind of error, such as TypeError.</summary>
    public string? Name { get; init; }

    /// <summary>Where in the program.</summary>
    public string? Stack { get; init; }

    /// <summary>On which page, such as /configs, without the id.</summary>
    public string? Page { get; init; }

    internal IReadOnlyList<Problem> Problems() =>
    [
        .. TooLong("message", Message, LongestMessage), .. TooLong("name", Name, LongestName), .. TooLong("stack", Stack, LongestStack),
        .. TooLong("page", Page, LongestName),
    ];

    private static IEnumerable<Problem> TooLong(string path, string? text, int most) =>
        text?.Length > most ? [new Problem(path, $"Must have at most {most} characters.")] : [];
}
