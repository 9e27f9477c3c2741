using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>/api/configs for tests: raw JSON in, the whole response out.</summary>
/// <param name="http">The API.</param>
/// <param name="token">Whose token to send; null for the client's own.</param>
public sealed class ConfigsClient(HttpClient http, string? token = null)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A body with the variable and the prompt that the requirements call Closure.</summary>
    public static string Body(string closure, string? comment = null, string description = "") => JsonSerializer.Serialize(new
    {
        description,
        variables = new[] { new { name = "Closure", kind = "boolean", value = closure } },
        prompts = new[] { new { name = "Closure", texts = new Dictionary<string, object> { ["en-US"] = new { voice = "We are closed" } } } },
        comment,
    });

    public Task<HttpResponseMessage> Get(string id) => Send(HttpMethod.Get, $"/api/configs/{id}");

    public Task<HttpResponseMessage> Post(string id, string body) => Send(HttpMethod.Post, $"/api/configs/{id}", body);

    public Task<HttpResponseMessage> Put(string id, int ifMatch, string body) =>
        Put(id, string.Create(CultureInfo.InvariantCulture, $"\"{ifMatch}\""), body);

    public Task<HttpResponseMessage> Put(string id, string? ifMatch, string body) => Send(HttpMethod.Put, $"/api/configs/{id}", body, ifMatch);

    public Task<HttpResponseMessage> Delete(string id, int ifMatch) => Send(HttpMethod.Delete, $"/api/configs/{id}", null, $"\"{ifMatch}\"");

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await http.SendAsync(request, Cancelled);
    }
}

internal static class Responses
{
    public static async Task<JsonNode> Json(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;

    /// <summary>Asserts a refusal in the form that all have, and returns it.</summary>
    public static async Task<JsonNode> Refused(this Task<HttpResponseMessage> sending, int status, string detail)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), response.Content.Headers.ContentType);
        Assert.DoesNotContain("   at ", text);
        var problem = JsonNode.Parse(text)!;
        Assert.Contains(detail, (string?)problem["detail"] ?? (string)problem["title"]!);
        return problem;
    }
}
