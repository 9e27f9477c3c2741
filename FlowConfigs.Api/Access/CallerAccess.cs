using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Access;

/// <summary>What the caller of this request may do. One for each request.</summary>
internal sealed class CallerAccess(IPermissions permissions)
{
    private Caller? caller;

    /// <summary>Who calls.</summary>
    /// <exception cref="InvalidOperationException">The route is open: nobody has signed in.</exception>
    public Caller Caller
    {
        get => caller ?? throw new InvalidOperationException("Nobody has signed in on this route.");
        set => caller = value;
    }

    /// <summary>Whether somebody has signed in.</summary>
    public bool IsSignedIn => caller is not null;

    /// <summary>Which of the questions have yes for an answer.</summary>
    public Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
        IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken) =>
        permissions.AllowedAsync(Caller, questions, cancellationToken);

    /// <summary>Whether the caller has a right.</summary>
    public async Task<bool> MayAsync(Right right, AccessResource resource, CancellationToken cancellationToken) =>
        (await AllowedAsync([new(right, resource)], cancellationToken)).Count > 0;

    /// <summary>Goes on only if the caller has a right.</summary>
    /// <exception cref="AccessDeniedException">They have not; answered with 403.</exception>
    public async Task RequireAsync(Right right, AccessResource resource, CancellationToken cancellationToken)
    {
        if (!await MayAsync(right, resource, cancellationToken))
            throw new AccessDeniedException(right, resource);
    }

    /// <summary>Where the caller has a right, for filtering.</summary>
    /// <exception cref="AccessDeniedException">Nowhere; answered with 403.</exception>
    public async Task<AccessScope> ScopeAsync(Right right, ResourceKind kind, CancellationToken cancellationToken)
    {
        var scope = await AccessScope.AskAsync(permissions, Caller, right, kind, cancellationToken);
        return scope.IsNothing ? throw new AccessDeniedException(right, AccessResource.Root) : scope;
    }

    /// <summary>Goes on only if the caller has a right on every one of the configs.</summary>
    /// <exception cref="AccessDeniedException">Not on one of them; answered with 403.</exception>
    public async Task RequireConfigsAsync(Right right, IEnumerable<ConfigId> ids, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(right, ResourceKind.Config, cancellationToken);
        if (ids.FirstOrDefault(id => !scope.Includes(id)) is { } outside)
            throw new AccessDeniedException(right, AccessResource.Config(outside));
    }

    /// <summary>Goes on only if the caller may save the draft, which is based on the saved config.</summary>
    public async Task RequireSaveAsync(Config? saved, Config draft, CancellationToken cancellationToken)
    {
        // Nothing to compare with: the writer will refuse it, because it does not exist or somebody else was first.
        if (saved?.Version == draft.Version)
            await RequireAsync(ConfigChange.Needed(saved, draft), AccessResource.Config(draft.Id), cancellationToken);
    }
}
