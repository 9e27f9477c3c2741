using System.Text.RegularExpressions;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// The function that a caller names: by name, by partial or full ARN, each with a version or alias or without
/// (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#lambda-Invoke-request-uri-FunctionName).
/// </summary>
internal readonly partial record struct FunctionName(string Name, string? Qualifier)
{
    /// <summary>What the qualifier adds to an ARN.</summary>
    public string Suffix => Qualifier is null ? "" : $":{Qualifier}";

    public static FunctionName Parse(string text, string? qualifier = null)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return new FunctionName(text, qualifier);
        var own = match.Groups["qualifier"];
        return new FunctionName(match.Groups["name"].Value, own.Success ? own.Value : qualifier is { Length: > 0 } ? qualifier : null);
    }

    [GeneratedRegex(
        @"^(arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:)?([0-9]{12}:)?(function:)?(?<name>[a-zA-Z0-9_.-]+)(:(?<qualifier>[a-zA-Z0-9$_.-]+))?\z")]
    private static partial Regex Pattern();
}
