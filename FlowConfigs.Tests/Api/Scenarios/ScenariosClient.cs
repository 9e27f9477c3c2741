using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Scenarios;

/// <summary>/api/scenarios for tests, and configs to try them on.</summary>
public sealed class ScenariosClient(HttpClient http)
{
    private readonly ConfigsClient api = new(http);

    public static string NewId => $"test-{Guid.NewGuid():N}";

    /// <summary>A body that gives each config one value under the key Closure.</summary>
    public static string Body(IEnumerable<string> configs, string closure = "true") => JsonSerializer.Serialize(
        new { description = "Fire, real", values = configs.ToDictionary(id => id, _ => new { Closure = new { value = closure } }) });

    /// <summary>A body that switches on for an hour.</summary>
    public static string AnHour(object? versions = null)
    {
        var until = TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return JsonSerializer.Serialize(new { until, comment = "Smoke", versions });
    }

    public async Task<string[]> NewConfigs(int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => NewId)];
        foreach (var id in ids)
            await api.Post(id, ConfigsClient.Body(closure: "false"));
        return ids;
    }

    public Task<HttpResponseMessage> Get(string id) => api.Send(HttpMethod.Get, $"/api/scenarios/{id}");

    public Task<HttpResponseMessage> Put(string id, string body, int? ifMatch = null) =>
        api.Send(HttpMethod.Put, $"/api/scenarios/{id}", body, ifMatch is null ? null : $"\"{ifMatch}\"");

    public Task<HttpResponseMessage> Delete(string id, int ifMatch) =>
        api.Send(HttpMethod.Delete, $"/api/scenarios/{id}", null, $"\"{ifMatch}\"");

    public Task<HttpResponseMessage> On(string id, string body) => api.Send(HttpMethod.Post, $"/api/scenarios/{id}/on", body);

    public Task<HttpResponseMessage> Off(string id, string body = """{ "comment": "All clear" }""") =>
        api.Send(HttpMethod.Post, $"/api/scenarios/{id}/off", body);

    public async Task<JsonNode> Preview(string id, string query = "") =>
        await (await api.Send(HttpMethod.Get, $"/api/scenarios/{id}/preview{query}")).Json();
}
