namespace FlowConfigs.Core.Access;

/// <summary>Decides by the policies.</summary>
public interface IPermissions
{
    /// <summary>Returns those questions whose answer is yes.</summary>
    /// <exception cref="AccessUnavailableException">The decision cannot be had at the moment: the answer is not yes.</exception>
    Task<IReadOnlySet<AccessQuestion>> AllowedAsync(
        Caller caller, IReadOnlyCollection<AccessQuestion> questions, CancellationToken cancellationToken);
}

/// <summary>The policies do not permit it; nothing was read or written.</summary>
public sealed class AccessDeniedException : Exception
{
    /// <summary>Not on the resource that was asked for.</summary>
    public AccessDeniedException(Right right, AccessResource resource)
        : base($"You don't have permission to {Words[right]} {(resource.Id is { } id ? id : "here")}.")
    {
    }

    /// <summary>Not on something that it reaches, which is not named: the caller may not even know of it.</summary>
    public AccessDeniedException(Right right)
        : base($"You don't have permission to {Words[right]} all that this reaches.")
    {
    }

    private static readonly Dictionary<Right, string> Words = new()
    {
        [Right.View] = "view",
        [Right.EditValues] = "change values of",
        [Right.Define] = "define",
        [Right.Delete] = "delete",
        [Right.Activate] = "activate",
        [Right.Manage] = "manage settings and imports",
        [Right.ViewCalls] = "view calls",
        [Right.SeeNumbers] = "see callers' numbers",
        [Right.ViewCalendar] = "view office calendars",
        [Right.ViewMail] = "view mail",
        [Right.SendMail] = "send mail",
    };
}

/// <summary>Who the caller is, or what they may do, cannot be found out at the moment; so they may do nothing.</summary>
public sealed class AccessUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
