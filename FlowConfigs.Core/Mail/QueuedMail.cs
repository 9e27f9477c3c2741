using System.Text.Json.Serialization;

namespace FlowConfigs.Core.Mail;

/// <summary>Where a mail of the outbox is on its way.</summary>
[JsonConverter(typeof(EnumNames<MailState>))]
public enum MailState
{
    /// <summary>It is to be sent.</summary>
    Waiting,

    /// <summary>A sender has taken it and waits for Microsoft's answer.</summary>
    Sending,

    /// <summary>Microsoft has accepted it.</summary>
    Sent,

    /// <summary>Microsoft has refused it for good, or again and again: a person can send it again.</summary>
    Failed,

    /// <summary>
    /// The sender ended before it knew Microsoft's answer. Only a person who looks into the recipient's mailbox can find out whether the
    /// mail was sent, so it is not sent again automatically.
    /// </summary>
    Uncertain,
}

/// <summary>A mail of the outbox: one for each contact and template.</summary>
public sealed record QueuedMail
{
    /// <summary>Connect's id of the contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The config that is its template.</summary>
    public required ConfigId Template { get; init; }

    /// <summary>The recipients' addresses.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The text; empty in a list.</summary>
    public required string Text { get; init; }

    /// <summary>When the flow asked for it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The time from which users no longer see the mail.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Where it is on its way.</summary>
    public MailState State { get; init; }

    /// <summary>How often it was handed to Microsoft without success.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next; null for at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When the state was reached.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What is wrong, as a sentence without addresses.</summary>
    public string? Problem { get; init; }

    /// <summary>Counts its writes, so that of two senders only one takes it.</summary>
    [JsonIgnore]
    public int Version { get; init; }
}
