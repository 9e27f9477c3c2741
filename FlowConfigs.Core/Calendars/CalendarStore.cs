using System.Text.Json;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Calendars;

/// <summary>Office calendars in the table: an item for each config that names a calendar, replaced by every refresh.</summary>
/// <param name="table">The table.</param>
public sealed class CalendarStore(DynamoTable table)
{
    private const string Kind = "calendar";

    /// <summary>Reads a calendar, strongly consistent; null where none was written.</summary>
    public async Task<OfficeCalendar?> GetAsync(ConfigId id, CancellationToken cancellationToken) =>
        await table.GetAsync(ItemKey.Current(Kind, id.Value), cancellationToken) is { } item ? Read(item) : null;

    /// <summary>Reads every calendar, in the order of their ids.</summary>
    public async Task<IReadOnlyList<OfficeCalendar>> AllAsync(CancellationToken cancellationToken)
    {
        var ids = await table.AllAsync(ItemQuery.Listed(Kind), cancellationToken).ToListAsync(cancellationToken);
        var items = await table.GetManyAsync(ids.Select(item => item.Key), cancellationToken);
        return [.. items.Select(Read).OrderBy(calendar => calendar.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Writes a calendar in place of the previous one.</summary>
    /// <exception cref="ConfigTooLargeException">It has more events than an item can hold.</exception>
    public Task SaveAsync(OfficeCalendar calendar, CancellationToken cancellationToken)
    {
        var item = new TableItem(ItemKey.Current(Kind, calendar.Id.Value));
        item[Item.Body] = JsonSerializer.Serialize(calendar, CalendarJson.Relaxed.OfficeCalendar);
        (item[Item.Listed], item[Item.Id]) = (Kind.ToUpperInvariant(), calendar.Id.Value);
        if (item.Size > Item.MaxBytes)
        {
            throw new ConfigTooLargeException(
                $"The calendar of {calendar.Id} has {calendar.Events.Count} events in two weeks, more than the table stores for one. "
                + "Use a calendar of its own for opening hours.");
        }

        var transaction = table.NewTransaction();
        transaction.Put(item, Expect.Anything);
        return transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes a calendar, because its config is gone.</summary>
    public Task DeleteAsync(ConfigId id, CancellationToken cancellationToken)
    {
        var transaction = table.NewTransaction();
        transaction.Delete(ItemKey.Current(Kind, id.Value), Expect.Anything);
        return transaction.CommitAsync(cancellationToken);
    }

    private static OfficeCalendar Read(TableItem item) =>
        JsonSerializer.Deserialize(item[Item.Body], CalendarJson.Default.OfficeCalendar)!;
}
