using FlowConfigs.Api.Lists;
using FlowConfigs.Core.Lists;

namespace FlowConfigs.Tests.Table;

/// <summary>The entries of a list for people who do not see its numbers, page after page.</summary>
public sealed class MaskedSearchTests(TheStore the) : ListTable(the)
{
    [Fact]
    public async Task A_file_of_many_pages_reads_each_page_once()
    {
        var head = await Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Phone }, A.Author, Cancelled);
        for (var number = 0; number < 8; number++)
            await PutAsync($"+1555123000{number}");

        using var counting = new CountingClient(Dynamo);
        var store = new ListStore(new(counting, table), TimeProvider.System);
        var search = new EntrySearch(head, null, null, null, isMasked: true);
        List<string> keys = [];
        do
        {
            (var page, search) = await search.PageAsync(store, Cancelled, size: 2);
            keys.AddRange(page.Items.Select(entry => entry.Value.Key));
        }
        while (search.After is not null);

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"+1••••••••0{number}"), keys);
        Assert.InRange(counting.Queries, 4, 5); // the last one may find nothing more
    }

    [Fact]
    public async Task A_page_by_its_place_continues_where_the_one_before_ended()
    {
        var head = await Store.SaveAsync(Id, 0, new() { Keys = KeyKind.Phone }, A.Author, Cancelled);
        foreach (var number in new[] { "+15551230001", "+15551230002", "+15551230003" })
            await PutAsync(number);
        var (page, following) = await new EntrySearch(head, null, "#2", 2, isMasked: true).PageAsync(Store, Cancelled);
        Assert.Equal("+1••••••••03", Assert.Single(page.Items).Id);
        Assert.Null(following.After);
    }
}
