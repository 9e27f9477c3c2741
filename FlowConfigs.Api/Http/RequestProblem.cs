using System.Text.Json;
using System.Text.RegularExpressions;
using FlowConfigs.Core;

namespace FlowConfigs.Api.Http;

/// <summary>Says in the product's words why a request cannot be read, and where; the framework's own words name .NET types.</summary>
internal static partial class RequestProblem
{
    public static Problem? Of(BadHttpRequestException e) => e switch
    {
        { InnerException: JsonException json } => Of(json),
        _ when Parameter().Match(e.Message) is { Success: true } match => new(match.Groups[1].Value, "Must have the type that the API description gives."),
        _ when e.Message.StartsWith("Implicit body", StringComparison.Ordinal) => new("body", "A body in JSON is needed."),
        _ => null,
    };

    private static Problem Of(JsonException e) => new(PathOf(e), e.Message switch
    {
        var m when m.Contains("missing required", StringComparison.Ordinal) => $"Is missing: {string.Join(", ", Quoted(m).Skip(1))}.",
        var m when m.Contains("could not be mapped", StringComparison.Ordinal) => $"{Quoted(m).FirstOrDefault()} is not a field of the API. Remove it; the API description lists the fields.",
        // Of a map's key it does not say which; the path does.
        var m when m.Contains("Duplicate propert", StringComparison.Ordinal) => $"{Quoted(m).FirstOrDefault() ?? "It"} appears twice.",
        var m when m.Contains("maximum configured depth", StringComparison.Ordinal) => "Is nested too deeply.",
        var m when m.Contains("could not be converted", StringComparison.Ordinal) || m.Contains("null value", StringComparison.Ordinal) =>
            "Must have the type that the API description gives.",
        // What ConfigId says of an id that is none.
        var m when m.StartsWith("An id", StringComparison.Ordinal) || m.StartsWith("A level", StringComparison.Ordinal) => m,
        _ => "Is not well-formed JSON.",
    });

    private static string PathOf(JsonException e) => e.Path switch
    {
        null or "$" => "body",
        var path => BracketedName().Replace(path, ".$1")["$.".Length..],
    };

    private static IEnumerable<string> Quoted(string message) => QuotedText().Matches(message).Select(m => m.Groups[1].Value);

    // Failed to bind parameter "Nullable<int> limit" from "ten".
    [GeneratedRegex(@"^Failed to bind parameter ""\S+ (\w+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    // ['en-US'] → .en-US
    [GeneratedRegex(@"\['([^']+)'\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedName();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedText();
}
