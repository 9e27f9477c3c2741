using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FlowConfigs.Core.Table;

/// <summary>A thing of the table that is not a config, as it was saved.</summary>
/// <param name="Id">Its id; empty for what there is only one of.</param>
/// <param name="Version">1 for the first save, one more with each.</param>
/// <param name="Saved">Who saved this version, when and why.</param>
/// <param name="Value">The thing.</param>
public sealed record Stored<T>(string Id, int Version, Saved Saved, T Value)
{
    /// <summary>The same with another value.</summary>
    internal Stored<T> With(T value) => this with { Value = value };

    /// <summary>What is about to be saved for the first time.</summary>
    internal static Stored<T> New(string id, T value) => new(id, 0, new("", default, null), value);
}

/// <summary>It is not at the version on which a save was based; nothing was written.</summary>
/// <param name="kind">What kind of thing.</param>
/// <param name="id">Its id.</param>
/// <param name="currentVersion">Its version; null when it does not exist (any more).</param>
public sealed class DocumentConflictException(string kind, string id, int? currentVersion) : Exception((id, currentVersion) switch
{
    ("", _) => $"The {kind} are at version {currentVersion}.",
    (_, null) => $"There is no {kind} {id}.",
    _ => $"The {kind} {id} is at version {currentVersion}.",
})
{
    /// <summary>What kind of thing.</summary>
    public string Kind { get; } = kind;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its version; null when it does not exist.</summary>
    public int? CurrentVersion { get; } = currentVersion;

    /// <summary>Whether it was to be created, and exists.</summary>
    public bool Exists { get; init; }
}

/// <summary>A kind of thing that is stored with who saved it beside it: all but configs.</summary>
internal abstract class StoredKind<T>(string name, JsonTypeInfo<T> json) : VersionedKind<Stored<T>>
{
    public override string Name => name;

    public override string IdOf(Stored<T> thing) => thing.Id;

    public override int VersionOf(Stored<T> thing) => thing.Version;

    public override Saved? SavedOf(Stored<T> thing) => thing.Saved;

    public override Stored<T> Stamped(Stored<T> thing, int version, Saved saved) => thing with { Version = version, Saved = saved };

    public override Exception Conflict(string id, Stored<T>? current, bool creates) =>
        new DocumentConflictException(name, id, current?.Version) { Exists = creates && current is not null };

    public override Stored<T> Read(TableItem item) => new(
        item.Key.Partition.Length > name.Length ? item.Key.Partition[(name.Length + 1)..] : "",
        item.Number(Item.Version),
        JsonSerializer.Deserialize(item[Item.Saved], TableJson.Default.Saved)!,
        JsonSerializer.Deserialize(item[Item.Body], json)!);

    protected override void Write(TableItem item, Stored<T> thing)
    {
        item[Item.Saved] = JsonSerializer.Serialize(thing.Saved, TableJson.Relaxed.Saved);
        item[Item.Body] = JsonSerializer.Serialize(thing.Value, json);
    }
}
