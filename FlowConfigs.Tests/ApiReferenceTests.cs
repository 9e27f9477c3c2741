using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests;

/// <summary>docs/api.md lists the routes of the API description; FLOWCONFIGS_UPDATE=on brings the page up to date.</summary>
public sealed class ApiReferenceTests
{
    private const string Start = "<!-- ApiReferenceTests writes what follows from openapi.json. -->\n";

    private static readonly string Page = Repository.Path("docs/api.md");

    [Fact]
    public async Task The_page_lists_every_route_of_the_API_description()
    {
        var (text, stop) = (await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var head = text[..(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)];
        var description = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("FlowConfigs.Api/openapi.json"), stop))!;
        if (Environment.GetEnvironmentVariable("FLOWCONFIGS_UPDATE") == "on")
            await File.WriteAllTextAsync(Page, text = head + Routes(description), stop);
        Assert.Equal(head + Routes(description), text);
    }

    private static string Routes(JsonNode description)
    {
        var routes = description["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(route => (Method: route.Key.ToUpperInvariant(), Path: path.Key, Route: route.Value!)))
            .GroupBy(route => (string)route.Route["tags"]![0]!);
        var text = new StringBuilder();
        foreach (var tag in routes)
        {
            text.Append('\n').Append("### ").Append(tag.Key).Append("\n\n| Route | | In the query | Errors |\n|---|---|---|---|\n");
            foreach (var (method, path, route) in tag)
                text.Append($"| `{method} {path}` | {((string?)route["summary"])?.Replace("<", "&lt;", StringComparison.Ordinal)} | {Query(route)} | {Errors(route)} |\n");
        }

        return text.ToString();
    }

    private static string Query(JsonNode route) => string.Join(", ", (route["parameters"]?.AsArray() ?? [])
        .Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => $"`{(string?)parameter!["name"]}`"));

    private static string Errors(JsonNode route) => string.Join(", ", route["responses"]!.AsObject().Select(response => response.Key)
        .Where(status => status[0] is '4' or '5').Order(StringComparer.Ordinal));
}
