using System.Net;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Lists;

/// <summary>/api/lists as a client sees it, on Kestrel and as the Lambda function that it is in AWS.</summary>
public sealed class ListsEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ListsClient api = new(the.Running.Api);

    [Fact]
    public async Task A_created_list_is_read_back_and_is_among_all()
    {
        var id = $"test-{Guid.NewGuid():N}~vip";
        const string body = """{ "description": "Who waits least", "keys": "phone", "country": "US", "comment": "New" }""";
        var created = await api.Send(HttpMethod.Post, id, body);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal($"/api/lists/{id}", created.Headers.Location?.OriginalString);
        var list = await (await api.Get(id)).Json();
        Assert.Equal(
            [id.Replace('~', '/'), "Who waits least", "phone", "US", "New"],
            new[] { list["id"], list["description"], list["keys"], list["country"], list["saved"]!["comment"] }.Select(v => (string)v!));
        var all = (await (await api.Get("")).Json())["items"]!.AsArray();
        Assert.Contains(all, item => (string)item!["id"]! == id.Replace('~', '/'));
    }

    [Fact]
    public async Task A_list_counts_its_entries()
    {
        var id = await api.New();
        await api.Paste(id, "+15551230000\n+15551230001", dryRun: false);
        var entries = (await (await api.Get(id)).Json())["entries"]!;
        Assert.Equal((2, false), ((int)entries["count"]!, (bool)entries["more"]!));
    }

    [Trait("Rule", "R27")]
    [Fact]
    public async Task A_stale_save_is_refused_with_412_and_the_current_version()
    {
        var id = await api.New();
        var saved = await api.Send(HttpMethod.Put, id, """{ "description": "first", "keys": "phone" }""", "\"1\"");
        Assert.Equal("\"2\"", saved.Headers.ETag?.Tag);
        var problem = await api.Send(HttpMethod.Put, id, ListsClient.Phones, "\"1\"").Refused(412, "Someone else saved first");
        Assert.Equal(2, (int)problem["currentVersion"]!);
        await api.Send(HttpMethod.Put, id, ListsClient.Phones).Refused(428, "If-Match");
    }

    [Fact]
    public async Task A_list_that_is_there_is_not_created_and_one_that_is_not_is_not_found()
    {
        var id = await api.New();
        await api.Send(HttpMethod.Post, id, ListsClient.Texts).Refused(409, "exists already");
        await api.Get("no-such-list").Refused(404, "There is no list");
        await api.Get("no-such-list/entries").Refused(404, "There is no list");
        await api.Get("no-such-list/entries/a").Refused(404, "There is no list");
        await api.Paste("no-such-list", "a", dryRun: true).Refused(404, "There is no list");
        await api.Send(HttpMethod.Put, "no-such-list", ListsClient.Texts, "\"1\"").Refused(404, "There is no list");
        await api.Send(HttpMethod.Put, "no-such-list/entries/a", "{}").Refused(404, "There is no list");
        await api.Send(HttpMethod.Delete, "no-such-list", ifMatch: "\"1\"").Refused(404, "There is no list");
    }

    [Trait("Rule", "R28")]
    [Fact]
    public async Task A_list_with_entries_is_deleted_only_when_asked_for()
    {
        var id = await api.New();
        await api.NewEntry(id, "+15551230000");
        await api.Send(HttpMethod.Delete, id).Refused(428, "If-Match");
        await api.Send(HttpMethod.Delete, id, ifMatch: "\"1\"").Refused(409, "entries=true");
        Assert.Equal(["+15551230000"], await api.Keys($"{id}/entries"));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Send(HttpMethod.Delete, $"{id}?entries=true", ifMatch: "\"1\"")).StatusCode);
        await api.Get(id).Refused(404, "There is no list");
        await api.Send(HttpMethod.Post, id, ListsClient.Phones);
        Assert.Empty(await api.Keys($"{id}/entries"));
    }

    [Theory]
    [InlineData("a%20b", "id")]
    [InlineData("a%2Fb", "~")]
    [InlineData("a~~b", "id")]
    [InlineData("a%01b", "id")]
    [InlineData("%D0%B0bc", "A–Z")] // looks like abc
    [InlineData("a~..~b", "dots")]
    public async Task An_id_that_is_none_is_refused(string id, string detail)
    {
        await api.Get(id).Refused(400, detail);
        await api.Send(HttpMethod.Post, id, ListsClient.Texts).Refused(400, detail);
        await api.Paste(id, "a", dryRun: false).Refused(400, detail);
    }

    [Fact]
    public async Task A_null_character_is_refused_before_the_program_sees_it() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Get("a%00b")).StatusCode);

    [Theory]
    [InlineData("{", "body")]
    [InlineData("null", "body")]
    [InlineData("{}", "body")]
    [InlineData("""{ "keys": "number" }""", "keys")]
    [InlineData("""{ "keys": 1 }""", "keys")]
    [InlineData("""{ "keys": "text", "keys": "phone" }""", "keys")]
    [InlineData("""{ "keys": "text", "kind": "phone" }""", "kind")]
    [InlineData("""{ "keys": "text", "country": "US" }""", "country")]
    [InlineData("""{ "keys": "phone", "country": "Texas" }""", "country")]
    [InlineData("""{ "keys": "text", "entries": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]] }""", "entries")]
    public async Task A_list_that_breaks_a_rule_is_refused_with_a_path_and_not_made(string body, string path)
    {
        var id = $"test-{Guid.NewGuid():N}";
        var problem = await api.Send(HttpMethod.Post, id, body).Refused(400, "");
        Assert.True(problem["errors"]!.AsObject().ContainsKey(path), problem.ToJsonString());
        await api.Get(id).Refused(404, "There is no list");
    }

    [Fact]
    public async Task A_list_of_phone_numbers_does_not_become_one_of_texts()
    {
        var id = await api.New();
        await api.Send(HttpMethod.Put, id, ListsClient.Texts, "\"1\"").Refused(400, "Make a new list");
    }
}
