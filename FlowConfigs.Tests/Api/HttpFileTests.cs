using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Api;

/// <summary>FlowConfigs.Api.http has a request for every route, and none for a route that is not there.</summary>
public partial class HttpFileTests
{
    private static readonly string[] Routes = [.. ReadRoutes()];
    private static readonly string[] Requests = [.. ReadRequests()];

    [Fact]
    public void Every_route_has_a_request() => Assert.DoesNotContain(Routes, route => !Requests.Any(request => Matches(route, request)));

    [Fact]
    public void Every_request_has_a_route() => Assert.DoesNotContain(Requests, request => !Routes.Any(route => Matches(route, request)));

    private static IEnumerable<string> ReadRoutes() =>
        JsonNode.Parse(File.ReadAllText(Repository.Path("FlowConfigs.Api/openapi.json")))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key.TrimEnd('/')}"));

    private static IEnumerable<string> ReadRequests() =>
        File.ReadLines(Repository.Path("FlowConfigs.Api/FlowConfigs.Api.http"))
            .Select(line => Request().Match(line))
            .Where(match => match.Success)
            .Select(match => $"{match.Groups["method"]} {match.Groups["path"]}");

    private static bool Matches(string route, string request) =>
        Regex.IsMatch(request, $"^{Parameter().Replace(Regex.Escape(route), "[^/?]+")}$");

    [GeneratedRegex(@"^(?<method>GET|POST|PUT|DELETE) \{\{api\}\}(?<path>/[^? ]+)")]
    private static partial Regex Request();

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Parameter();
}
