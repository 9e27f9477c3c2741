namespace FlowConfigs.Core.Exchange;

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Whether it only says so.</param>
/// <param name="Counts">How many things had which outcome.</param>
/// <param name="Items">Everything that the file has, in its order, then what is deleted.</param>
public sealed record ImportReport(bool DryRun, ImportCounts Counts, IReadOnlyList<ImportItem> Items)
{
    /// <summary>What there is to know about the file as a whole, such as what is left out of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Most field changes that a report shows in all; the versions themselves have them all.</summary>
    public const int MaxChanges = 1000;

    internal static ImportReport Of(bool dryRun, IEnumerable<ImportItem> items)
    {
        var left = MaxChanges;
        var shown = new List<ImportItem>();
        foreach (var item in items)
        {
            var some = Math.Min(left, item.Changes.Count);
            left -= some;
            shown.Add(item with { Changes = [.. item.Changes.Take(some)], More = item.More + item.Changes.Count - some });
        }

        return new(dryRun, ImportCounts.Of(shown), shown);
    }
}
