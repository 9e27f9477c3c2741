using System.Text;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Access;

/// <summary>Asks the Cedar engine itself, in Amazon Verified Permissions' protocol, without the API's own client between.</summary>
internal sealed class Engine(Uri address) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    /// <summary>The names of those actions that the owner of the token may do on the resource.</summary>
    public async Task<IReadOnlyList<string>> AllowedAsync(string token, string type, string id, params IEnumerable<string> actions)
    {
        var resource = Entity(type, id);
        var body = new JsonObject
        {
            ["policyStoreId"] = "local-flow-configs",
            ["accessToken"] = token,
            ["entities"] = new JsonObject { ["entityList"] = new JsonArray([.. Ancestry(type, id)]) },
            ["requests"] = new JsonArray([.. actions.Select(action => Request(action, resource))]),
        };
        var answer = await SendAsync("BatchIsAuthorizedWithToken", body);
        return
        [
            .. from result in answer["results"]!.AsArray()
               where (string)result["decision"]! == "ALLOW"
               select (string)result["request"]!["action"]!["actionId"]!,
        ];
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> SendAsync(string operation, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"VerifiedPermissions.{operation}");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static JsonObject Request(string action, JsonObject resource) => new()
    {
        ["action"] = new JsonObject { ["actionType"] = "FlowConfigs::Action", ["actionId"] = action },
        ["resource"] = resource.DeepClone(),
    };

    private static IEnumerable<JsonNode> Ancestry(string type, string id)
    {
        if (type == "Root")
            return [Described(type, id, ["/"], null)];
        var path = id.Split('/').Select((_, i) => string.Join('/', id.Split('/')[..(i + 1)])).ToList();
        return path
            .Select((part, i) => Described(type, part, ["/", .. path[..(i + 1)]], i == 0 ? Entity("Root", "/") : Entity(type, path[i - 1])))
            .Prepend(Described("Root", "/", ["/"], null));
    }

    private static JsonObject Described(string type, string id, string[] within, JsonObject? parent) => new()
    {
        ["identifier"] = Entity(type, id),
        ["attributes"] = new JsonObject
        {
            ["within"] = new JsonObject { ["set"] = new JsonArray([.. within.Select(w => new JsonObject { ["string"] = w })]) },
        },
        ["parents"] = parent is null ? new JsonArray() : new JsonArray(parent),
    };

    private static JsonObject Entity(string type, string id) => new() { ["entityType"] = $"FlowConfigs::{type}", ["entityId"] = id };
}
