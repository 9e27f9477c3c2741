using FlowConfigs.Api.Access;
using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowConfigs.Api.Mail;

/// <summary>/api/mails: the outbox, a mail to send again, and a test mail to oneself.</summary>
public static class MailEndpoints
{
    private const int DefaultLimit = 50;

    private static readonly TimeSpan TestKeptFor = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, string> TestValues = new() { ["Caller"] = "+15551230000", ["ContactId"] = "test", ["Queue"] = "Test" };

    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.AddJson(MailJson.Default);
        builder.Services.AddSingleton<MailStore>();
    }

    public static void MapMail(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mails", List).WithTags("Mail").WithName("ListMails").NeedsEverywhere(Right.ViewMail)
            .WithSummary("Lists the newest mails of the outbox. Callers without the SendMail right get no addresses and subjects.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/mails/resend", Resend).WithTags("Mail").WithName("ResendMail").NeedsEverywhere(Right.SendMail)
            .WithSummary("Sends a mail again if it failed or its state is unknown.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapPost("/mails/test", Test).WithTags("Mail").WithName("SendTestMail").NeedsEverywhere(Right.SendMail)
            .WithSummary("Sends a template's mail to the caller's own address.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<MailsResponse>> List(
        MailStore store, CallerAccess access, int? limit, CancellationToken cancellationToken)
    {
        var most = Limits.Of(limit, DefaultLimit, MailStore.MaxPage);
        var isHidden = !await access.MayAsync(Right.SendMail, AccessResource.Root, cancellationToken);
        var mails = await store.ListAsync(most, cancellationToken);
        return TypedResults.Ok(new MailsResponse([.. mails.Select(mail => MailResponse.Of(mail, isHidden))], isHidden));
    }

    private static async Task<Ok<MailResponse>> Resend(ResendBody body, MailStore store, CancellationToken cancellationToken)
    {
        var mail = await store.GetAsync(body.ContactId, body.Template, cancellationToken)
            ?? throw new NotFoundException($"The outbox has no mail of {body.Template} for this contact.");
        if (mail.State is not (MailState.Failed or MailState.Uncertain))
            throw new BlockedOperationException("Only a mail that has failed or is uncertain can be sent again.");
        var waiting = mail with { State = MailState.Waiting, Attempts = 0, NextAt = null, Problem = null };
        return await store.TrySaveAsync(waiting, cancellationToken) is { } saved
            ? TypedResults.Ok(MailResponse.Of(saved, isHidden: false))
            : throw new BlockedOperationException("Someone else has sent this mail again just now.");
    }

    private static async Task<Ok<MailResponse>> Test(
        TestMailBody body, MailStore store, ConfigStore configs, CallerAccess access, TimeProvider time, CancellationToken cancellationToken)
    {
        var chain = await configs.GetChainAsync(body.Template, cancellationToken);
        if (!body.Template.Value.StartsWith(MailTemplate.Root, StringComparison.Ordinal) || chain is [] || chain[0].Id != body.Template)
            throw new NotFoundException($"There is no template {body.Template}. Templates are configs below mail/.");
        var now = time.GetUtcNow();
        var template = MailTemplate.Of(chain, chain[0].DefaultLanguage, now);
        if (template.Problem is { } problem)
            throw new BlockedOperationException(problem);
        // The test goes only to the caller, so the list of recipients need not allow the address.
        var mail = new QueuedMail
        {
            ContactId = $"test-{Guid.NewGuid():N}",
            Template = body.Template,
            To = MailAddress.Is(access.Caller.Email) ? [access.Caller.Email]
                : throw new BlockedOperationException("Your sign-in has no e-mail address to which a test can be sent."),
            Subject = $"[Test] {template.SubjectWith(TestValues)}",
            Text = template.TextWith(TestValues),
            At = now,
            Expires = now + TestKeptFor,
        };
        await store.KeepAsync(mail, cancellationToken);
        return TypedResults.Ok(MailResponse.Of(mail, isHidden: false));
    }
}
