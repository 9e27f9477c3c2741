namespace FlowConfigs.Core.Calls;

/// <summary>A call that was offered vanity numbers.</summary>
public sealed record Call
{
    /// <summary>Longest contact id in characters (https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html).</summary>
    public const int MaxContactId = 256;

    /// <summary>Connect's id of the contact; there is one call for each.</summary>
    public required string ContactId { get; init; }

    /// <summary>When the function was asked, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The time from which users no longer see the call, in UTC; the table deletes it within days after that.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The caller's number in E.164; null where the caller withholds it, or has none that words can be made of.</summary>
    public string? Number { get; init; }

    /// <summary>The best vanity numbers, the best first; empty where there is none.</summary>
    public IReadOnlyList<string> Vanity { get; init => field = value ?? []; } = [];
}
