using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Exchange;

/// <summary>What an import did, or would do, with one thing.</summary>
/// <param name="Kind"><c>config</c>, <c>alias</c>, <c>scenario</c>, <c>list</c> or <c>settings</c>.</param>
/// <param name="Id">Its id; empty for what there is only one of.</param>
/// <param name="Outcome">What.</param>
public sealed record ImportItem(string Kind, string Id, ImportOutcome Outcome)
{
    /// <summary>The first fields that change, their texts cut.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>How many more fields change.</summary>
    public int More { get; init; }

    /// <summary>Why it is refused, or was not written.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What callers may hear wrong, and contacts in a chat read wrong. It is written all the same.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    /// <summary>What else there is to know: what becomes of it, and what is left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether it is, or would be, written.</summary>
    internal bool Writes => Outcome is ImportOutcome.Created or ImportOutcome.Changed or ImportOutcome.Deleted;

    internal ImportItem Refused(params IReadOnlyList<Problem> problems) =>
        this with { Outcome = ImportOutcome.Refused, Problems = problems };

    /// <summary>Writes it; where that cannot be done any more, it is a conflict, and the other items are written all the same.</summary>
    internal async Task<ImportItem> WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
            return this;
        }
        catch (DocumentConflictException e)
        {
            return Conflict($"Someone else saved first: {e.Message}");
        }
        catch (InvalidConfigException e)
        {
            return Conflict([.. e.Problems]);
        }
        catch (Exception e) when (e is ConfigTooLargeException or BlockedOperationException or ListIsBeingDeletedException)
        {
            return Conflict(e.Message);
        }
    }

    private ImportItem Conflict(string message) => Conflict(new Problem("", message));

    private ImportItem Conflict(params IReadOnlyList<Problem> problems) =>
        this with { Outcome = ImportOutcome.Conflict, Problems = problems, Changes = [], More = 0 };

    internal ImportItem With(IReadOnlyCollection<FieldChange> changes) => this with
    {
        Changes = [.. changes.Take(AuditEntry.MaxChanges).Select(c => c with { Before = Cut(c.Before), After = Cut(c.After) })],
        More = Math.Max(0, changes.Count - AuditEntry.MaxChanges),
    };

    private static string? Cut(string? text) => text is { Length: > AuditEntry.MaxText } ? text[..AuditEntry.MaxText] + "…" : text;
}
