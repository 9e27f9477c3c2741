namespace FlowConfigs.Core.Lists;

/// <summary>One entry of a list.</summary>
public sealed record ListEntry
{
    /// <summary>What is looked up, in the form of the list's kind: see <see cref="EntryKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Why it is on the list, for people. At most 200 characters.</summary>
    public string Note { get; init => field = value ?? ""; } = "";

    /// <summary>Who answers for it, for people. At most 200 characters.</summary>
    public string Owner { get; init => field = value ?? ""; } = "";

    /// <summary>From when on it is not listed any more, in UTC; null lists it until it is removed.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether it is listed at this instant (rule R23).</summary>
    public bool IsListedAt(DateTimeOffset instant) => Expires is null || instant < Expires;
}
