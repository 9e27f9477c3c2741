using System.Globalization;

namespace FlowConfigs.Core.Table;

/// <summary>
/// Makes one of several the leader until an instant, by a conditional write. In a global table the condition sees the local copy only:
/// two Regions can both lead for the second that replication takes, so what a leader does must bear being done twice then.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="name">What is led.</param>
/// <param name="holder">Who asks.</param>
/// <param name="time">The clock.</param>
public sealed class Lease(DynamoTable table, string name, string holder, TimeProvider time)
{
    private const string Kind = "lease";

    /// <summary>Takes the lease, or renews it for the holder who has it.</summary>
    /// <returns>Whether the holder leads until the time has passed.</returns>
    public async Task<bool> TakeAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var item = await table.GetAsync(ItemKey.Current(Kind, name), cancellationToken);
        return (item is null || HolderOf(item) == holder || UntilOf(item) <= now)
            && await WriteAsync(item?.Number(Item.Version) ?? 0, now + length, cancellationToken);
    }

    /// <summary>Ends the lease before its time, so that no other holder needs to wait for that time.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (await table.GetAsync(ItemKey.Current(Kind, name), cancellationToken) is { } item && HolderOf(item) == holder)
            await WriteAsync(item.Number(Item.Version), time.GetUtcNow(), cancellationToken);
    }

    private async Task<bool> WriteAsync(int version, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var item = new TableItem(ItemKey.Current(Kind, name));
        item.SetNumber(Item.Version, version + 1);
        item[Item.Body] = $"{until.ToString("O", CultureInfo.InvariantCulture)} {holder}";
        var transaction = table.NewTransaction();
        transaction.Put(item, Expect.Version(version));
        return (await transaction.TryCommitAsync(cancellationToken)).Count == 0;
    }

    private static DateTimeOffset UntilOf(TableItem item) => DateTimeOffset.Parse(item[Item.Body].Split(' ')[0], CultureInfo.InvariantCulture);

    private static string HolderOf(TableItem item) => item[Item.Body][(item[Item.Body].IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
