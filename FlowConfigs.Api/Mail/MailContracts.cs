using System.Text.Json.Serialization;
using FlowConfigs.Core;
using FlowConfigs.Core.Mail;

namespace FlowConfigs.Api.Mail;

/// <summary>The newest mails of the outbox.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="AddressesHidden">Whether recipients and subjects are left out, because the caller can't see addresses and numbers.</param>
public sealed record MailsResponse(IReadOnlyList<MailResponse> Items, bool AddressesHidden);

/// <summary>A mail of the outbox, without its text.</summary>
/// <param name="ContactId">Connect's id of the contact.</param>
/// <param name="Template">The config that is its template.</param>
/// <param name="To">The recipients; empty where <see cref="MailsResponse.AddressesHidden"/>.</param>
/// <param name="Subject">The subject; empty where <see cref="MailsResponse.AddressesHidden"/>.</param>
/// <param name="At">When the flow asked for it.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Attempts">How often it was handed to Microsoft without success.</param>
/// <param name="ChangedAt">When the state was reached; null for a mail that no sender has taken.</param>
/// <param name="Problem">What is wrong; null where nothing is.</param>
public sealed record MailResponse(
    string ContactId, ConfigId Template, IReadOnlyList<string> To, string Subject, DateTimeOffset At, MailState State, int Attempts,
    DateTimeOffset? ChangedAt, string? Problem)
{
    internal static MailResponse Of(QueuedMail mail, bool isHidden) => new(
        mail.ContactId, mail.Template, isHidden ? [] : mail.To, isHidden ? "" : mail.Subject, mail.At, mail.State, mail.Attempts,
        mail.ChangedAt, mail.Problem);
}

/// <summary>Which mail to send again.</summary>
public sealed record ResendBody
{
    public required string ContactId { get; init; }

    public required ConfigId Template { get; init; }
}

/// <summary>Which template to try.</summary>
public sealed record TestMailBody
{
    public required ConfigId Template { get; init; }
}

/// <summary>JSON of these.</summary>
[JsonSerializable(typeof(MailsResponse))]
[JsonSerializable(typeof(ResendBody))]
[JsonSerializable(typeof(TestMailBody))]
internal sealed partial class MailJson : JsonSerializerContext;
