using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Lists;

/// <summary>Whatever is wrong with an entry or a paste is said with its path, and nothing is written.</summary>
public sealed class EntriesRefusalTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ListsClient api = new(the.Running.Api);

    [Theory]
    [InlineData("entries/ada@example.com", "ada~40example~2Ecom")]
    [InlineData("entries/a%2Fb", "key")]
    [InlineData("entries/~zz", "key")]
    [InlineData("entries/~20", "needed")]
    [InlineData("entries/a~0Ab", "invisible")]
    [InlineData("entries?limit=0", "limit")]
    [InlineData("entries?limit=ten", "limit")]
    [InlineData("entries?limit=1001", "limit")]
    [InlineData("entries?prefix=a&after=b", "after")]
    [InlineData("entries?format=xlsx", "format")]
    public async Task A_bad_address_is_refused_with_a_sentence(string path, string detail)
    {
        var id = await api.New(ListsClient.Texts);
        await api.Get($"{id}/{path}").Refused(400, detail);
    }

    [Fact]
    public async Task A_key_is_refused_when_it_is_too_long_or_no_number()
    {
        var texts = await api.New(ListsClient.Texts);
        await api.Send(HttpMethod.Put, $"{texts}/entries/{new string('k', 129)}", "{}").Refused(400, "128");
        await api.Get($"{texts}/entries?prefix={new string('k', 129)}").Refused(400, "prefix");
        var phones = await api.New();
        await api.Send(HttpMethod.Put, $"{phones}/entries/FLOWERS", "{}").Refused(400, "letters");
        await api.Get($"{phones}/entries/FLOWERS").Refused(400, "letters");
        await api.Send(HttpMethod.Delete, $"{phones}/entries/FLOWERS", ifMatch: "\"1\"").Refused(400, "letters");
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("null", "body")]
    [InlineData("""{ "key": "a" }""", "key")]
    [InlineData("""{ "note": "a", "note": "b" }""", "note")]
    [InlineData("""{ "note": 1 }""", "note")]
    [InlineData("""{ "note": "a\nb" }""", "note")]
    [InlineData("""{ "owner": "a\u0000b" }""", "owner")]
    [InlineData("""{ "note": "a\ud800b" }""", "note")]
    [InlineData("""{ "expires": "tomorrow" }""", "expires")]
    [InlineData("""{ "expires": "2026-12-31" }""", "expires")]
    [InlineData("""{ "expires": "9999-12-31T23:59:59Z" }""", "expires")]
    public async Task A_bad_entry_is_refused_with_a_path_and_not_made(string body, string path)
    {
        var id = await api.New(ListsClient.Texts);
        var problem = await api.Send(HttpMethod.Put, $"{id}/entries/a", body).Refused(400, "");
        Assert.True(problem["errors"]!.AsObject().ContainsKey(path), problem.ToJsonString());
        Assert.Empty(await api.Keys($"{id}/entries"));
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{}", "body")]
    [InlineData("""{ "entries": null }""", "entries")]
    [InlineData("""{ "entries": [null] }""", "entries[0]")]
    [InlineData("""{ "entries": [{ "key": "a" }, { "key": null }] }""", "entries[1].key")]
    [InlineData("""{ "entries": [{ "key": "a", "version": 1 }] }""", "entries[0].version")]
    [InlineData("""{ "entries": [{ "key": "a" }, { "key": "a", "note": "b" }] }""", "entries[1].key")]
    [InlineData("""{ "entries": [{ "key": "a", "expires": "soon" }] }""", "entries[0].expires")]
    [InlineData("""{ "entries": [{ "key": "a" }, { "key": "a", "note": "b" }] }""", "entries[0].key")]
    public async Task A_bad_paste_is_refused_with_a_path_and_nothing_is_written(string body, string path)
    {
        var id = await api.New(ListsClient.Texts);
        var problem = await api.Send(HttpMethod.Post, $"{id}/entries?dryRun=false", body).Refused(400, "");
        Assert.True(problem["errors"]!.AsObject().ContainsKey(path), problem.ToJsonString());
        Assert.Empty(await api.Keys($"{id}/entries"));
    }

    [Fact]
    public async Task A_paste_that_is_too_large_is_refused()
    {
        var id = await api.New(ListsClient.Texts);
        await api.Paste(id, string.Join('\n', Enumerable.Range(0, 5001)), dryRun: false).Refused(400, "5,000");
        var body = JsonSerializer.Serialize(new { entries = Enumerable.Range(0, 5001).Select(i => new { key = $"{i}" }) });
        await api.Send(HttpMethod.Post, $"{id}/entries?dryRun=false", body).Refused(400, "5,000");
        await api.Paste(id, $"a,{new string('n', 1_100_000)}", dryRun: false).Refused(413, "1 MB");
        await api.Send(HttpMethod.Post, $"{id}/entries?dryRun=false", string.Concat(Enumerable.Repeat("[", 1000))).Refused(400, "");
        Assert.Empty(await api.Keys($"{id}/entries"));
    }

    [Fact]
    public async Task Only_JSON_and_CSV_in_UTF_8_are_taken()
    {
        var id = await api.New(ListsClient.Texts);
        await api.Send(HttpMethod.Post, $"{id}/entries?dryRun=false", "a", type: "text/plain").Refused(415, "");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/lists/{id}/entries");
        request.Content = new ByteArrayContent(Encoding.Latin1.GetBytes("más"));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        // API Gateway has replaced what is no UTF-8 before the program sees it; the replacement is refused all the same.
        using var response = await the.Running.Api.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.BadRequest || text.Contains("\"refused\":1", StringComparison.Ordinal), text);
    }
}
