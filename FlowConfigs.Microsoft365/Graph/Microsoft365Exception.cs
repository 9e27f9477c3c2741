namespace FlowConfigs.Microsoft365.Graph;

/// <summary>Microsoft refuses, or does not answer. The message says what to do, and quotes nothing of a mail, an event or a token.</summary>
public sealed class Microsoft365Exception(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The status of the answer; 0 where there was none.</summary>
    public int Status { get; init; }

    /// <summary>Microsoft's own code.</summary>
    public string Code { get; init; } = "";

    /// <summary>How long Microsoft asks to wait; null where it says nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request can succeed later without anyone doing anything.</summary>
    public bool Passes => Status is 429 or >= 500;

    /// <summary>Whether the result of the request is unknown: there was no answer.</summary>
    public bool IsUncertain => Status == 0;

    /// <summary>Whether nothing works until an administrator has changed something: the sign-in, or the mailbox.</summary>
    public bool NeedsAdministrator { get; init; }
}
