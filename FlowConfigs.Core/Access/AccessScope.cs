namespace FlowConfigs.Core.Access;

/// <summary>
/// Where the caller has a right: everywhere, or on paths and below. It takes one decision for each of the caller's paths and none for
/// each row, however long a list is.
/// </summary>
public sealed record AccessScope
{
    private AccessScope(bool isEverything, IReadOnlyList<ConfigId> paths) => (IsEverything, Paths) = (isEverything, paths);

    /// <summary>Everything.</summary>
    public static AccessScope Everything { get; } = new(true, []);

    /// <summary>Whether it is everything.</summary>
    public bool IsEverything { get; }

    /// <summary>The paths, where it is not everything.</summary>
    public IReadOnlyList<ConfigId> Paths { get; }

    /// <summary>Whether it is nothing at all.</summary>
    public bool IsNothing => !IsEverything && Paths.Count == 0;

    /// <summary>Asks where the caller has a right on resources of a kind.</summary>
    /// <exception cref="AccessUnavailableException">The decisions cannot be had at the moment.</exception>
    public static async Task<AccessScope> AskAsync(
        IPermissions permissions, Caller caller, Right right, ResourceKind kind, CancellationToken cancellationToken)
    {
        var paths = caller.Paths.Distinct().Select(path => ConfigId.TryParse(path, out var id, out _) ? id : null).OfType<ConfigId>();
        AccessQuestion[] questions =
        [
            new(right, AccessResource.Root),
            .. paths.Select(path => new AccessQuestion(right, AccessResource.Of(kind, path))),
        ];
        var allowed = await permissions.AllowedAsync(caller, questions, cancellationToken);
        return allowed.Contains(questions[0])
            ? new(true, [])
            : new(false, [.. questions[1..].Where(allowed.Contains).Select(question => question.Resource.Id!)]);
    }

    /// <summary>Whether an id lies in it.</summary>
    public bool Includes(ConfigId id) => IsEverything || Paths.Any(path => id == path || id.IsBelow(path));

    /// <summary>The path to search, where a caller asks for one: the caller's own only path is often shorter to go through.</summary>
    public ConfigId? Narrow(ConfigId? below) =>
        Paths is [var only] && (below is null || only.IsBelow(below)) ? only : below;
}
