namespace FlowConfigs.Core.Exchange;

/// <summary>How many things had which outcome.</summary>
public sealed record ImportCounts(int Created, int Changed, int Unchanged, int Deleted, int Refused, int Conflicts)
{
    internal static ImportCounts Of(IReadOnlyCollection<ImportItem> items) => new(
        items.Count(item => item.Outcome == ImportOutcome.Created),
        items.Count(item => item.Outcome == ImportOutcome.Changed),
        items.Count(item => item.Outcome == ImportOutcome.Unchanged),
        items.Count(item => item.Outcome == ImportOutcome.Deleted),
        items.Count(item => item.Outcome == ImportOutcome.Refused),
        items.Count(item => item.Outcome == ImportOutcome.Conflict));
}
