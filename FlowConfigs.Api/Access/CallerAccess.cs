using FlowConfigs.Core;
using FlowConfigs.Core.Access;

namespace FlowConfigs.Api.Access;

/// <summary>What the caller of this request may do. One for each request.</summary>
internal sealed class CallerAccess(IPermissions permissions) : IPermit
{
    private Caller? caller;

    /// <summary>Who calls.</summary>
    /// <exception cref="InvalidOperationException">The route is open: no user has signed in.</exception>
    public Caller Caller
    {
        get => caller ?? throw new InvalidOperationException("Nobody has signed in on this route.");
        set => caller = value;
    }

    /// <summary>Whether a user has signed in.</summary>
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

    /// <summary>Where the caller has a right, which may be nowhere.</summary>
    public Task<AccessScope> WhereAsync(Right right, ResourceKind kind, CancellationToken cancellationToken) =>
        AccessScope.AskAsync(permissions, Caller, right, kind, cancellationToken);

    /// <summary>Where the caller has a right, for filtering.</summary>
    /// <exception cref="AccessDeniedException">Nowhere; answered with 403.</exception>
    public async Task<AccessScope> ScopeAsync(Right right, ResourceKind kind, CancellationToken cancellationToken)
    {
        var scope = await WhereAsync(right, kind, cancellationToken);
        return scope.IsNothing ? throw new AccessDeniedException(right, AccessResource.Root) : scope;
    }

    /// <summary>Goes on only if the caller has a right on every one of the configs.</summary>
    /// <exception cref="AccessDeniedException">Not on one of them; answered with 403.</exception>
    public Task RequireConfigsAsync(Right right, IEnumerable<ConfigId> ids, CancellationToken cancellationToken) =>
        RequireAsync([.. ids.Distinct().Select(id => new AccessQuestion(right, AccessResource.Config(id)))], cancellationToken);

    /// <inheritdoc/>
    public async Task RequireAsync(IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken)
    {
        foreach (var same in questions.GroupBy(question => (question.Right, question.Resource.Kind)))
        {
            if (await FirstDeniedAsync([.. same], cancellationToken) is { } denied)
            {
                throw denied.Resource == questions.First().Resource
                    ? new AccessDeniedException(denied.Right, denied.Resource)
                    : new AccessDeniedException(denied.Right);
            }
        }
    }

    private async Task<AccessQuestion?> FirstDeniedAsync(IReadOnlyList<AccessQuestion> same, CancellationToken cancellationToken)
    {
        if (same is [var only])
            return await MayAsync(only.Right, only.Resource, cancellationToken) ? null : only;
        // However many there are, where the caller has the right is a handful of decisions.
        var scope = await AccessScope.AskAsync(permissions, Caller, same[0].Right, same[0].Resource.Kind, cancellationToken);
        return same.FirstOrDefault(question => question.Resource.Id is not { } id || !scope.Includes(id));
    }
}
