namespace FlowConfigs.Core.Access;

/// <summary>The kinds of thing that a right is for.</summary>
public enum ResourceKind
{
    /// <summary>Everything.</summary>
    Root,

    /// <summary>Configs.</summary>
    Config,

    /// <summary>Lists.</summary>
    List,

    /// <summary>Scenarios.</summary>
    Scenario,
}

/// <summary>What a right is for: a config, list or scenario by its id, with those below it, or everything.</summary>
public sealed record AccessResource
{
    /// <summary>The path of everything, in tokens and policies.</summary>
    public const string RootPath = "/";

    private AccessResource(ResourceKind kind, ConfigId? id) => (Kind, Id) = (kind, id);

    /// <summary>Everything.</summary>
    public static AccessResource Root { get; } = new(ResourceKind.Root, null);

    /// <summary>The kind.</summary>
    public ResourceKind Kind { get; }

    /// <summary>The id; ids of lists and scenarios have the form of a config's. Null for everything.</summary>
    public ConfigId? Id { get; }

    /// <summary>What it lies in; null for everything.</summary>
    public AccessResource? Parent => Id is null ? null : Id.Parent is { } parent ? new(Kind, parent) : Root;

    /// <summary>The paths from <see cref="RootPath"/> down to it, itself included.</summary>
    public IEnumerable<string> Within => (Id?.Path.Select(id => id.Value) ?? []).Append(RootPath).Reverse();

    /// <summary>A config, list or scenario.</summary>
    public static AccessResource Of(ResourceKind kind, ConfigId id) => new(kind, id);

    /// <summary>A config.</summary>
    public static AccessResource Config(ConfigId id) => new(ResourceKind.Config, id);

    /// <inheritdoc/>
    public override string ToString() => Id?.Value ?? RootPath;
}

/// <summary>Asks whether a user has a right on a resource.</summary>
public sealed record AccessQuestion(Right Right, AccessResource Resource);
