using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// Configs of a test's own, made like the example ones: all tests share one system, so none changes what others read. They have no display
/// names unless a test asks for them, so that a test finds everything by the key it is about.
/// </summary>
public sealed class OwnConfigs(HttpClient api)
{
    private static readonly string[] NotSent = ["id", "version", "inherited", "saved", "scenarios", "movedFrom", "sizes", "overruled"];

    /// <summary>A copy of BasicQueue; returns its id.</summary>
    public Task<string> QueueAsync() => CopyAsync("BasicQueue", $"browser-{Guid.NewGuid():N}");

    /// <summary>A copy of field-office with its display names, and an office below it; returns the office's id.</summary>
    /// <param name="name">The display name of both, with "Offices" and "Office" before it.</param>
    public async Task<string> NamedOfficeAsync(string name)
    {
        var parent = await CopyAsync("field-office", $"browser-{Guid.NewGuid():N}", $"Offices {name}");
        return await CopyAsync("field-office/austin", $"{parent}/austin", $"Office {name}");
    }

    /// <summary>A copy of field-office with a copy of its Austin office; returns the office's id.</summary>
    public async Task<string> OfficeAsync()
    {
        var parent = await ParentAsync();
        return await CopyAsync("field-office/austin", $"{parent}/austin");
    }

    /// <summary>A copy of field-office without offices; returns its id.</summary>
    public Task<string> ParentAsync() => CopyAsync("field-office", $"browser-{Guid.NewGuid():N}");

    public async Task<JsonNode> ReadAsync(string id) =>
        (await api.GetFromJsonAsync<JsonNode>(Path(id), TestContext.Current.CancellationToken))!;

    /// <summary>Saves a change as somebody else would, past the page that the test has open.</summary>
    public async Task ChangeAsync(string id, Action<JsonNode> change, string comment)
    {
        var config = await ReadAsync(id);
        var version = (int)config["version"]!;
        change(config);
        var body = Sent(config);
        body["comment"] = comment;
        using var request = new HttpRequestMessage(HttpMethod.Put, Path(id)) { Content = JsonContent.Create(body) };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        using var response = await api.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<string> CopyAsync(string id, string copy, string? displayName = null)
    {
        var body = Sent(await ReadAsync(id));
        if (displayName is null)
            RemoveNames(body);
        else
            body["displayName"] = displayName;
        using var response = await api.PostAsJsonAsync(Path(copy), body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return copy;
    }

    private static JsonObject Sent(JsonNode config)
    {
        var body = config.DeepClone().AsObject();
        foreach (var name in NotSent)
            body.Remove(name);
        return body;
    }

    private static void RemoveNames(JsonObject config)
    {
        config.Remove("displayName");
        foreach (var thing in config["variables"]!.AsArray().Concat(config["prompts"]!.AsArray()))
        {
            thing!.AsObject().Remove("displayName");
            (thing["constraints"] as JsonObject)?.Remove("optionNames");
        }
    }

    private static string Path(string id) => $"/api/configs/{id.Replace('/', '~')}";
}
