using FlowConfigs.Core.Access;

namespace FlowConfigs.Core.Table;

/// <summary>One change of a thing with versions.</summary>
/// <param name="Before">The version that it is saved over; null creates the thing.</param>
/// <param name="After">What will stand there; null deletes it.</param>
public record Change<T>(T? Before, T? After) where T : class
{
    /// <summary>Of a deletion, the id that the thing went to.</summary>
    public ConfigId? MovedTo { get; init; }

    internal T Thing => (After ?? Before)!;
}

/// <summary>A kind of thing with versions: what its items hold, and what a change of it needs.</summary>
internal abstract class VersionedKind<T> where T : class
{
    /// <summary>The kind, in lower case; keys have it in capitals.</summary>
    public abstract string Name { get; }

    public abstract string IdOf(T thing);

    public abstract int VersionOf(T thing);

    public abstract Saved? SavedOf(T thing);

    public abstract T Stamped(T thing, int version, Saved saved);

    public abstract T Read(TableItem item);

    /// <summary>The rights that the author of a change must have.</summary>
    /// <param name="change">What is saved over, and what will stand there.</param>
    /// <param name="action">What it is done by; null for a plain save.</param>
    public abstract IEnumerable<AccessQuestion> Needs(Change<T> change, SaveAction? action);

    /// <summary>Every field that a change changes.</summary>
    public abstract IReadOnlyCollection<FieldChange> Fields(Change<T> change);

    /// <summary>The exception for an author who was not the first to save.</summary>
    /// <param name="id">The id.</param>
    /// <param name="current">What is there now; null for nothing.</param>
    /// <param name="creates">Whether it was to be created.</param>
    public abstract Exception Conflict(string id, T? current, bool creates);

    /// <summary>What the index has of it; null for nothing but the id.</summary>
    public virtual string? SummaryOf(T thing) => null;

    /// <summary>The number after which a new thing's versions go on, where it has been somewhere else before.</summary>
    public virtual int CountsOnFrom(T thing) => 0;

    public virtual ConfigTooLargeException TooLarge(T thing, int bytes) => new(
        $"The {Name} {IdOf(thing)} would take {bytes:N0} of the {Item.MaxBytes:N0} bytes that the table stores for one. "
        + "Shorten or remove texts.");

    /// <summary>Which configs an entry of the audit tells of; null where its id says it.</summary>
    public virtual IReadOnlyList<ConfigId>? Reaches(Change<T> change) => null;

    protected abstract void Write(TableItem item, T thing);

    public TableItem CurrentOf(T thing)
    {
        var item = Common(thing, Item.Current);
        item[Item.Listed] = Name.ToUpperInvariant();
        item[Item.Id] = IdOf(thing) is { Length: > 0 } id ? id : "-";
        if (SummaryOf(thing) is { } summary)
            item[Item.Summary] = summary;
        return item;
    }

    /// <summary>The version's own item, which is also its entry in the audit.</summary>
    /// <param name="change">The change, with what it makes as it is saved.</param>
    /// <param name="saved">The version: what will stand there, or what is deleted.</param>
    public TableItem VersionItem(Change<T> change, T saved)
    {
        var item = Common(saved, Item.VersionSort(VersionOf(saved), SavedOf(saved)!.Mark));
        if (change.After is null)
            item.SetTrue(Item.Deleted);
        var made = change with { After = change.After is null ? null : saved };
        AuditItem.Put(item, AuditEntry.Of(Name, IdOf(saved), VersionOf(saved), SavedOf(saved)!, Fields(made)) with { Reaches = Reaches(made) });
        return item;
    }

    private TableItem Common(T thing, string sort)
    {
        var item = new TableItem(new ItemKey(Item.Partition(Name, IdOf(thing)), sort));
        item.SetNumber(Item.Version, VersionOf(thing));
        Write(item, thing);
        return item;
    }
}
