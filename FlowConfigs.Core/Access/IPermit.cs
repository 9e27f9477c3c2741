namespace FlowConfigs.Core.Access;

/// <summary>
/// The rights of the author of a change. Every save itself asks for them, with the old and the new state, between its one read and the
/// write on that read: no caller can forget to ask, and nothing can change in between.
/// </summary>
public interface IPermit
{
    /// <summary>Goes on only if every question has yes for an answer.</summary>
    /// <exception cref="AccessDeniedException">One has not; nothing was written.</exception>
    /// <exception cref="AccessUnavailableException">The answers cannot be had at the moment; nothing was written.</exception>
    Task RequireAsync(IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken);
}

/// <summary>Permits that need no decision of the policies.</summary>
public static class Permit
{
    /// <summary>For the product itself, as when it writes example data.</summary>
    public static IPermit Everything { get; } = new Unlimited();

    private sealed class Unlimited : IPermit
    {
        public Task RequireAsync(IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
