using System.Text;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Lists;

/// <summary>/api/lists for tests: raw bodies in, the whole response out.</summary>
public sealed class ListsClient(HttpClient http)
{
    public const string Phones = """{ "keys": "phone", "country": "US" }""";
    public const string Texts = """{ "keys": "text" }""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Makes a list of its own, and returns its id.</summary>
    public async Task<string> New(string body = Phones)
    {
        var id = $"test-{Guid.NewGuid():N}";
        using var created = await Send(HttpMethod.Post, id, body);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync(Cancelled));
        return id;
    }

    /// <summary>Makes an entry, and returns its ETag.</summary>
    public async Task<string> NewEntry(string id, string key, string body = "{}")
    {
        using var created = await Send(HttpMethod.Put, $"{id}/entries/{key}", body);
        Assert.True(created.IsSuccessStatusCode, await created.Content.ReadAsStringAsync(Cancelled));
        return created.Headers.ETag!.Tag;
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path);

    public Task<HttpResponseMessage> Paste(string id, string csv, bool dryRun) =>
        Send(HttpMethod.Post, $"{id}/entries?dryRun={(dryRun ? "true" : "false")}", csv, type: "text/csv");

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, string? body = null, string? ifMatch = null,
        string type = "application/json", string? accept = null)
    {
        using var request = new HttpRequestMessage(method, path == "" ? "/api/lists" : $"/api/lists/{path}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await http.SendAsync(request, Cancelled);
    }

    public async Task<IReadOnlyList<string>> Keys(string path) =>
        [.. (await (await Get(path)).Json())["items"]!.AsArray().Select(item => (string)item!["key"]!)];
}
