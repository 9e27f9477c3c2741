using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Lists;

/// <summary>Numbers of a list for people without the right to see callers' numbers.</summary>
public sealed class MaskedEntriesTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_pages_through_masked_numbers_and_cannot_search_them()
    {
        var id = await ListAsync();
        var viewer = await ClientAsync("viewer");
        List<string> keys = [];
        for (string? next = ""; next is not null;)
        {
            var page = await (await viewer.Send(HttpMethod.Get, $"/api/lists/{id}/entries?limit=2{next}")).Json();
            Assert.True((bool)page["numbersMasked"]!);
            keys.AddRange(page["items"]!.AsArray().Select(entry => (string)entry!["key"]!));
            Assert.DoesNotContain("15551230", page["items"]!.ToJsonString() + page["next"]);
            next = page["next"] is { } after ? $"&after={Uri.EscapeDataString((string)after!)}" : null;
        }

        Assert.Equal(["+1••••••••01", "+1••••••••02", "+1••••••••03"], keys);
        await viewer.Send(HttpMethod.Get, $"/api/lists/{id}/entries?prefix=%2B1555").Refused(403, "see callers' numbers");
        await viewer.Send(HttpMethod.Get, $"/api/lists/{id}/entries?after=%2B15551230001").Refused(400, "previous page");
    }

    [Fact]
    public async Task A_viewers_file_and_activity_have_masked_numbers_too()
    {
        var id = await ListAsync();
        var viewer = await ClientAsync("viewer");
        using var file = await viewer.Send(HttpMethod.Get, $"/api/lists/{id}/entries?format=csv");
        var csv = await file.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("+1••••••••03", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("+1555", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("15551230", await ActivityAsync(viewer, id), StringComparison.Ordinal);
        Assert.Contains("15551230001", await ActivityAsync(await ClientAsync("manager"), id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("admin")]
    public async Task Those_who_can_change_the_list_see_its_numbers(string account)
    {
        var id = await ListAsync();
        var page = await (await (await ClientAsync(account)).Send(HttpMethod.Get, $"/api/lists/{id}/entries?prefix=%2B1555")).Json();
        Assert.Equal((false, "+15551230001"), ((bool)page["numbersMasked"]!, (string)page["items"]![0]!["key"]!));
    }

    [Fact]
    public async Task Texts_are_not_masked()
    {
        var id = await new ListsClient(the.Running.Api).New(ListsClient.Texts);
        await new ListsClient(the.Running.Api).NewEntry(id, "+15551230001");
        var page = await (await (await ClientAsync("viewer")).Send(HttpMethod.Get, $"/api/lists/{id}/entries")).Json();
        Assert.Equal((false, "+15551230001"), ((bool)page["numbersMasked"]!, (string)page["items"]![0]!["key"]!));
    }

    private async Task<string> ListAsync()
    {
        var lists = new ListsClient(the.Running.Api);
        var id = await lists.New();
        foreach (var number in new[] { "+15551230001", "+15551230002", "+15551230003" })
            await lists.NewEntry(id, number);
        return id;
    }

    private static async Task<string> ActivityAsync(ConfigsClient client, string list)
    {
        var audit = await (await client.Send(HttpMethod.Get, "/api/audit?kind=list&limit=1000")).Json();
        var ofList = audit["items"]!.AsArray().Where(item => (string)item!["id"]! == list);
        return string.Concat(ofList.SelectMany(item => item!["changes"]!.AsArray()).Select(change => change!.ToJsonString()));
    }

    private async Task<ConfigsClient> ClientAsync(string account) =>
        new(the.Running.ApiUnsigned, await the.Running.SignIn.AccessTokenAsync(account));
}
