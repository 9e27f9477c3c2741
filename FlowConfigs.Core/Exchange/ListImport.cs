using System.Globalization;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>
/// What an import does with lists: it creates and changes lists and entries, as a paste does (R25). It removes none, because a list lives
/// in its own environment: numbers that are blocked there stay blocked.
/// </summary>
internal sealed class ListImport : IImportStep
{
    private readonly ListStore store;
    private readonly ListWriter writer;
    private readonly IReadOnlyList<Planned> lists;

    private ListImport(ListStore store, ListWriter writer, IReadOnlyList<Planned> lists) =>
        (this.store, this.writer, this.lists) = (store, writer, lists);

    public IReadOnlyList<ImportItem> Items => [.. lists.Select(list => list.Item)];

    /// <summary>Reads what is there, and judges every list with its entries.</summary>
    public static async Task<ListImport> PlanAsync(
        ListStore store, ListWriter writer, ImportRequest request, CancellationToken cancellationToken)
    {
        var lists = new List<Planned>();
        foreach (var list in request.Document?.Lists ?? [])
            lists.Add(await PlanAsync(store, writer, list, request, cancellationToken));
        return new(store, writer, lists);
    }

    public async Task RequireAsync(Author author, CancellationToken cancellationToken)
    {
        await store.Heads.RequireAsync(lists.Where(list => list.WritesHead).Select(list => list.Head), author, cancellationToken);
        await author.May.RequireAsync(
            [.. lists.Where(list => list.Lines.Any(line => line.Writes)).Select(list => new AccessQuestion(Right.EditValues, list.Resource))],
            cancellationToken);
    }

    public async Task<IReadOnlyList<ImportItem>> WriteAsync(Author author, CancellationToken cancellationToken)
    {
        var written = new List<ImportItem>();
        foreach (var list in lists)
            written.Add(list.Item.Writes ? await WriteAsync(list, author, cancellationToken) : list.Item);
        return written;
    }

    private async Task<ImportItem> WriteAsync(Planned list, Author author, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> conflicts = [];
        var item = await list.Item.WriteAsync(async () =>
        {
            var head = list.WritesHead ? await store.Heads.SaveAsync(list.Head, author, cancellationToken) : list.Head.Before!;
            conflicts = await writer.WriteAsync(list.Read! with { Head = head }, list.Lines, author, cancellationToken);
        });
        return conflicts.Count == 0 ? item : item with
        {
            Outcome = ImportOutcome.Conflict,
            Problems = [.. conflicts.Select(key => new Problem($"entries.{key}", "Someone else changed this entry. All others were written."))],
        };
    }

    private static async Task<Planned> PlanAsync(
        ListStore store, ListWriter writer, ExportedList list, ImportRequest request, CancellationToken cancellationToken)
    {
        var before = await store.GetAsync(list.Id, cancellationToken);
        var head = list.ToHead();
        var change = new Change<Stored<ListHead>>(before, (before ?? Stored<ListHead>.New(list.Id.Value, head)).With(head));
        var changes = ListDiff.Of(before?.Value, head);
        var planned = new Planned(new(Kinds.List, list.Id.Value, ImportOutcome.Unchanged), change, changes.Count > 0 || before is null);
        if (Problems(list, head, before, request).ToList() is { Count: > 0 } problems)
            return planned with { Item = planned.Item.Refused(problems) };

        EntryDraft[] drafts = [.. list.Entries.Select((entry, i) => entry.ToDraft(i))];
        var read = await writer.ReadAsync(change.After!, drafts, cancellationToken);
        var lines = writer.Lines(read, drafts);
        if (lines.SelectMany(line => line.Problems).ToList() is { Count: > 0 } refused)
            return planned with { Item = planned.Item.Refused(refused) };

        var outcome = before is null ? ImportOutcome.Created
            : planned.WritesHead || lines.Any(line => line.Writes) ? ImportOutcome.Changed
            : ImportOutcome.Unchanged;
        var item = (planned.Item with { Outcome = outcome, Notes = [Counted(lines)] })
            .With([.. changes, .. lines.Where(line => line.Writes).SelectMany(line => ListDiff.Of(line.Before, line.After))]);
        return planned with { Item = item, Lines = lines, Read = read };
    }

    private static IEnumerable<Problem> Problems(ExportedList list, ListHead head, Stored<ListHead>? before, ImportRequest request)
    {
        if (!request.CoversLists)
            yield return new("id", "A list belongs to no path. Take it out of the file, or import without the path.");
        if (list.Masked)
        {
            yield return new("masked", "Its numbers are masked, so they are not the real ones. Have it exported by someone who may see callers' "
                + "numbers, or take the list out of the file.");
        }

        if (before is { Value.Deleting: true })
            yield return new("id", "The list is being deleted here. Delete it again to finish, then import it.");
        foreach (var problem in ListRules.Problems(head, before?.Value))
            yield return problem;
    }

    private static string Counted(IReadOnlyList<PasteLine> lines)
    {
        return $"Entries: {Count(PasteOutcome.Added)} added, {Count(PasteOutcome.Changed)} changed, {Count(PasteOutcome.Unchanged)} unchanged.";

        string Count(PasteOutcome outcome) => lines.Count(line => line.Outcome == outcome).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>What an import does with one list.</summary>
    private sealed record Planned(ImportItem Item, Change<Stored<ListHead>> Head, bool WritesHead)
    {
        public IReadOnlyList<PasteLine> Lines { get; init; } = [];

        public EntriesRead? Read { get; init; }

        public AccessResource Resource => AccessResource.Of(ResourceKind.List, ConfigId.Parse(Head.Thing.Id));
    }
}
