using System.Text.Json.Nodes;
using FlowConfigs.ConnectHandler;
using FlowConfigs.ConnectHandler.Microsoft365;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Mail;
using FlowConfigs.Core.Table;
using FlowConfigs.Microsoft365.Mail;
using FlowConfigs.Tests.Table;
using Microsoft.Extensions.Time.Testing;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>Starts with a table that has a template, and with an emulator of Microsoft 365.</summary>
public abstract class SendMailTest(OwnDynamoDb own) : IClassFixture<OwnDynamoDb>, IAsyncLifetime
{
    // Without a pause between mails: a test of the pace sets another.
    private protected const int Unpaced = 10_000_000;

    private protected static readonly ConfigId MissedCall = ConfigId.Parse("mail/missed-call");

    private protected readonly FakeTimeProvider time = new(Offices.Utc("2026-12-01T12:00"));
    private protected readonly Lines log = new();

    private protected OwnTable table = null!;
    private protected EmulatedMicrosoft365 m365 = null!;

    private protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected MailStore Mails => new(table.Items, time);

    public async ValueTask InitializeAsync()
    {
        table = await OwnTable.CreateAsync(own.Client);
        m365 = await EmulatedMicrosoft365.StartAsync();
        await table.SaveAsync(
            new Config
            {
                Id = ConfigId.Parse("mail"),
                Variables = [new() { Name = "MailTo", Kind = VariableKind.Text, Value = "Team@example.com; boss@example.org" }],
            },
            new Config
            {
                Id = MissedCall,
                DefaultLanguage = "en-US",
                Prompts = [Prompt("Subject", "Missed call from {Caller}"), Prompt("Body", "Queue: {Queue}. Wait: {{ Wait }}. Contact: {ContactId}")],
            });
        await table.Lists.SaveAsync(AllowedRecipients.List, 0, new ListHead { Keys = KeyKind.Text }, A.Author, Cancelled);
        await new ListWriter(table.Lists, time).PasteAsync(
            AllowedRecipients.List,
            [
                new EntryDraft(1, "1", "team@example.com", "", "", null), new EntryDraft(2, "2", "@example.org", "", "", null),
            ],
            A.Author, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await m365.DisposeAsync();
        await table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<List<string>> ArrivedAsync() =>
        [.. (await m365.SentAsync()).Select(mail => (string)mail!["internetMessageHeaders"]![0]!["value"]!)];

    private protected async Task<SenderOutcome> DeliverAsync(HttpMessageHandler? handler = null) =>
        await new MailSender(Mails, m365.Graph(time: time, handler: handler), NewLease, Unpaced, time).RunAsync(Cancelled);

    private protected Lease NewLease() => new(table.Items, "mail", Guid.NewGuid().ToString(), time);

    private protected async Task ResendAsync(string contact)
    {
        var mail = (await Mails.GetAsync(contact, MissedCall, Cancelled))!;
        Assert.NotNull(await Mails.TrySaveAsync(mail with { State = MailState.Waiting, Attempts = 0, NextAt = null }, Cancelled));
    }

    private protected Task<string> AskAsync(string contact, string template = "mail/missed-call") => InvokeAsync(new JsonObject
    {
        ["Details"] = new JsonObject
        {
            ["ContactData"] = new JsonObject
            {
                ["ContactId"] = contact,
                ["Channel"] = "VOICE",
                ["CustomerEndpoint"] = new JsonObject { ["Address"] = "+15551230000" },
            },
            ["Parameters"] = new JsonObject { ["template"] = template, ["Queue"] = "Sales" },
        },
    }.ToJsonString());

    private protected async Task<string> InvokeAsync(string payload)
    {
        var send = new SendMail(table.Store, new(table.Lists, time), Mails, time, log);
        var connectEvent = Handlers.Read(new()
        {
            RequestId = "1",
            InvokedFunctionArn = "",
            Deadline = time.GetUtcNow(),
            Payload = System.Text.Encoding.UTF8.GetBytes(payload),
        });
        return System.Text.Encoding.UTF8.GetString(await send.AnswerAsync(connectEvent, Cancelled));
    }

    private protected static Prompt Prompt(string name, string text) =>
        new() { Name = name, Texts = new Dictionary<string, PromptText> { ["en-US"] = new() { Voice = text } } };
}
