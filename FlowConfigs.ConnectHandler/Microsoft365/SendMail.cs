using System.Diagnostics;
using FlowConfigs.Core;
using FlowConfigs.Core.Calls;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Mail;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>
/// sendMail: a flow asks for a mail by a template, and gets <c>Accepted</c> at once; the mail waits in the table for the sender. A
/// contact gets one mail of a template, however often the flow asks.
/// </summary>
/// <remarks>
/// The template is the parameter <c>template</c>, a config below <c>mail/</c>; every other parameter is a value for a placeholder of that
/// name, and {Caller} and {ContactId} are always there. A flow names no recipient: the config does, and the list mail-recipients must
/// allow each. What is wrong is an answer with a <c>Reason</c>; a table that cannot be read or written is an error.
/// </remarks>
internal sealed class SendMail(ConfigStore configs, AllowedRecipients allowed, MailStore mails, TimeProvider time, ILogger logger)
{
    // Long enough for a person to see a failure after a holiday.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var (accepted, reason) = await TableLimit.RunAsync(
            stop => AcceptAsync(connectEvent, stop), TableLimit.Default, time, cancellationToken);
        Activity.Current?.SetTag("flowconfigs.mail.reason", reason);
        return FlowAnswer.ToJson(new Dictionary<string, string> { ["Accepted"] = accepted ? "true" : "false", ["Reason"] = reason });
    }

    private async Task<(bool Accepted, string Reason)> AcceptAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = connectEvent.Parameter("template") ?? connectEvent.Direct("template");
        if (connectEvent.Contact?.ContactId is not { Length: <= Call.MaxContactId } contactId)
            return Refused(asked, "no-contact");
        if (!ConfigId.TryParse(asked, out var id, out _) || !id.Value.StartsWith(MailTemplate.Root, StringComparison.Ordinal)
            || await configs.GetChainAsync(id, cancellationToken) is not { Count: > 0 } chain || chain[0].Id != id)
            return Refused(asked, "unknown-template");
        var now = time.GetUtcNow();
        var language = connectEvent.Parameter("lang") ?? chain.Select(config => config.DefaultLanguage).FirstOrDefault(tag => tag is not null);
        var template = MailTemplate.Of(chain, language, now);
        if (template.Problem is not null)
            return Refused(asked, "template-incomplete");
        if (!await allowed.AreAllAsync(template.To, cancellationToken))
            return Refused(asked, "recipient-not-allowed");
        var values = Values(connectEvent, contactId);
        var mail = new QueuedMail
        {
            ContactId = contactId,
            Template = id,
            To = template.To,
            Subject = template.SubjectWith(values),
            Text = template.TextWith(values),
            At = now,
            Expires = now + KeptFor,
        };
        return (true, await mails.KeepAsync(mail, cancellationToken) ? "queued" : "already-queued");
    }

    // The people who read the mail speak the language of the config, not that of the caller.
    private static Dictionary<string, string> Values(ConnectEvent connectEvent, string contactId)
    {
        var values = new Dictionary<string, string> { ["Caller"] = connectEvent.Contact?.Caller ?? "withheld", ["ContactId"] = contactId };
        foreach (var name in connectEvent.Details?.Parameters?.Keys ?? [])
        {
            if (connectEvent.Parameter(name) is { } value)
                values[name] = value;
        }

        return values;
    }

    private (bool Accepted, string Reason) Refused(string? template, string reason)
    {
        logger.MailRefused(TelemetryId.Of(template), reason);
        return (false, reason);
    }
}
