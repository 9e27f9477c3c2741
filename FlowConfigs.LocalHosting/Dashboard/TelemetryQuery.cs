using Microsoft.AspNetCore.Http;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>The query of a request for telemetry.</summary>
/// <exception cref="BadHttpRequestException">Thrown by every member that does not understand something; it names the parameter.</exception>
internal sealed class TelemetryQuery
{
    private const int UsualLimit = 200;
    private const int HighestLimit = 1_000;

    private readonly IQueryCollection query;

    public TelemetryQuery(HttpRequest request, params string[] known)
    {
        query = request.Query;
        if (query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new BadHttpRequestException($"{unknown} is not a parameter here: there are {string.Join(", ", known)}.");
    }

    /// <summary>The limit: 200 unless given.</summary>
    public int Limit => Text("limit") is not { } given ? UsualLimit
        : int.TryParse(given, out var limit) && limit is >= 1 and <= HighestLimit ? limit
        : throw new BadHttpRequestException($"limit={given} is not a number from 1 to {HighestLimit}.");

    /// <summary>Null where it is left out or empty.</summary>
    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new BadHttpRequestException($"{name}={other} is neither true nor false."),
    };

    public T Word<T>(string name, T usual)
        where T : struct, Enum
    {
        if (Text(name) is not { } word)
            return usual;
        return char.IsLetter(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value)
            ? value
            : throw new BadHttpRequestException(
                $"{name}={word} is unknown; there are {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
    }

    /// <summary>Each <c>name=attribute=value</c> of the query.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string name) =>
    [
        .. query[name].OfType<string>().Select(pair => pair.IndexOf('=') is > 0 and var at
            ? KeyValuePair.Create(pair[..at], pair[(at + 1)..])
            : throw new BadHttpRequestException($"{name}={pair} is not written as {name}=attribute=value.")),
    ];

    public string Needed(string name) => Text(name) ?? throw new BadHttpRequestException($"{name} is missing.");
}
