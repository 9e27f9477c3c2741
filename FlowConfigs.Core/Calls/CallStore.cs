using System.Globalization;
using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Calls;

/// <summary>
/// Calls in the table: an item for each contact, so that a function that is invoked again for the same contact adds none; and in
/// the index by time, which follows within moments. The table deletes them when their time is over.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="time">The clock.</param>
public sealed class CallStore(DynamoTable table, TimeProvider time)
{
    /// <summary>Most calls of a page.</summary>
    public const int MaxPage = 100;

    private const string Kind = "call";
    private const string Listed = "CALL";

    /// <summary>Keeps a call, unless its contact has one already: then that stays as it is.</summary>
    /// <returns>Whether it is a new one.</returns>
    public Task<bool> KeepAsync(Call call, CancellationToken cancellationToken)
    {
        var item = new TableItem(ItemKey.Current(Kind, call.ContactId));
        item[Item.Listed] = Listed;
        item[Item.Id] = string.Create(CultureInfo.InvariantCulture, $"{call.At.UtcDateTime:O}#{call.ContactId}");
        item[Item.Summary] = JsonSerializer.Serialize(call, CallJson.Relaxed.Call);
        item.SetNumber(Item.Expires, call.Expires.ToUnixTimeSeconds());
        return table.PutNewAsync(item, cancellationToken);
    }

    /// <summary>Lists calls, the newest first.</summary>
    /// <param name="before">Where the page before ended (<see cref="CallPage.Next"/>); null begins with the newest.</param>
    /// <param name="limit">Most calls, 1–<see cref="MaxPage"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CallPage> ListAsync(TimeCursor? before, int limit, CancellationToken cancellationToken)
    {
        var query = new ItemQuery(Listed) { Listing = true, Below = before?.Text ?? "9999", Descending = true, Limit = limit };
        var (items, more) = await table.PageAsync(query, cancellationToken);
        var now = time.GetUtcNow();
        // What has ended may still be there for days; it is older than all that has not, unless the setting was changed in between.
        var calls = items.Select(item => JsonSerializer.Deserialize(item[Item.Summary], CallJson.Default.Call)!)
            .Where(call => call.Expires > now).ToList();
        return new(calls, more && calls.Count > 0 ? items[^1][Item.Id] : null);
    }
}

/// <summary>A page of calls.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Next">Pass it as <c>before</c> for the next page; null on the last.</param>
public sealed record CallPage(IReadOnlyList<Call> Items, string? Next);
