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

/// <summary>A mail on its way from a flow into the outbox, and from there to Microsoft.</summary>
public sealed class SendMailTests(OwnDynamoDb own) : IClassFixture<OwnDynamoDb>, IAsyncLifetime
{
    // Without a pause between mails: a test of the pace sets another.
    private const int Unpaced = 10_000_000;

    private static readonly ConfigId MissedCall = ConfigId.Parse("mail/missed-call");

    private readonly FakeTimeProvider time = new(Offices.Utc("2026-12-01T12:00"));
    private readonly Lines log = new();

    private OwnTable table = null!;
    private EmulatedMicrosoft365 m365 = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private MailStore Mails => new(table.Items, time);

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
    }

    [Fact]
    public async Task Mail_is_accepted_at_once_and_sent_once_for_a_contact()
    {
        Assert.Equal("""{"Accepted":"true","Reason":"queued"}""", await AskAsync("contact-1"));
        Assert.Equal("""{"Accepted":"true","Reason":"already-queued"}""", await AskAsync("contact-1"));
        Assert.Equal(1, (await DeliverAsync()).Sent);
        Assert.Equal("""{"Accepted":"true","Reason":"already-queued"}""", await AskAsync("contact-1"));
        await DeliverAsync();
        var sent = Assert.Single(await m365.SentAsync())!;
        Assert.Equal("Missed call from +15551230000", (string?)sent["subject"]);
        Assert.Equal("Queue: Sales. Wait: (not given). Contact: contact-1", (string?)sent["body"]!["content"]);
        Assert.Equal(["team@example.com", "boss@example.org"], sent["toRecipients"]!.AsArray().Select(to => (string?)to!["emailAddress"]!["address"]));
        Assert.Equal(MailState.Sent, (await Mails.GetAsync("contact-1", MissedCall, Cancelled))!.State);
    }

    [Theory]
    [InlineData("mail/no-such", "unknown-template")]
    [InlineData("office-calendar", "unknown-template")]
    [InlineData("mail", "unknown-template")]
    [InlineData("no id", "unknown-template")]
    public async Task Only_configs_below_mail_are_templates(string template, string reason) =>
        Assert.Equal($$"""{"Accepted":"false","Reason":"{{reason}}"}""", await AskAsync("contact-1", template));

    [Theory]
    [InlineData("stranger@example.com", "recipient-not-allowed")]
    [InlineData("team@example.com, stranger@example.com", "recipient-not-allowed")]
    [InlineData("team", "template-incomplete")]
    [InlineData("", "template-incomplete")]
    [InlineData("TEAM@EXAMPLE.COM", "queued")]
    [InlineData("anyone@example.org", "queued")]
    public async Task Mail_goes_to_nobody_whom_an_admin_has_not_allowed(string to, string reason)
    {
        var config = (await table.Store.GetAsync(ConfigId.Parse("mail"), Cancelled))!;
        await table.SaveAsync(config with { Variables = [config.Variables[0] with { Value = to }] });
        Assert.Equal(reason, (string?)JsonNode.Parse(await AskAsync("contact-1"))!["Reason"]);
        Assert.DoesNotContain(log.Written, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_without_a_contact_sends_nothing() =>
        Assert.Equal("""{"Accepted":"false","Reason":"no-contact"}""", await InvokeAsync("""{"template":"mail/missed-call"}"""));

    [Fact]
    public async Task Throttled_mail_is_sent_after_the_time_that_Microsoft_asks_for()
    {
        await AskAsync("contact-1");
        await m365.FaultAsync(new() { ["status"] = 429, ["code"] = "ApplicationThrottled", ["retryAfter"] = 90, ["path"] = "sendMail" });
        Assert.Contains("asks to wait", (await DeliverAsync()).Problem);
        time.Advance(TimeSpan.FromSeconds(80));
        Assert.False((await DeliverAsync()).IsLeader);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, (await DeliverAsync()).Sent);
        Assert.Single(await m365.SentAsync());
    }

    [Fact]
    public async Task Mail_that_fails_five_times_waits_for_a_person_who_can_send_it_again()
    {
        await AskAsync("contact-1");
        await m365.FaultAsync(new() { ["status"] = 503, ["times"] = 5, ["path"] = "sendMail" });
        var stuck = 0;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            stuck += (await DeliverAsync()).Stuck;
            time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(1, stuck);
        var failed = Assert.Single(await Mails.ListAsync(10, Cancelled));
        Assert.Equal((MailState.Failed, 5, ""), (failed.State, failed.Attempts, failed.Text));
        Assert.Contains("Microsoft Graph has a failure (503", failed.Problem);
        await ResendAsync("contact-1");
        Assert.Equal(1, (await DeliverAsync()).Sent);
    }

    [Fact]
    public async Task Wrong_secret_loses_no_mail_and_counts_as_no_attempt()
    {
        await AskAsync("contact-1");
        await m365.ChangeAppAsync(new() { ["secret"] = "another" });
        var outcome = await DeliverAsync();
        Assert.Contains("step 5 of todo/5-microsoft-365.md", outcome.Problem);
        Assert.Equal(0, (await Mails.GetAsync("contact-1", MissedCall, Cancelled))!.Attempts);
        await m365.ChangeAppAsync(new() { ["secret"] = EmulatedMicrosoft365.Secret });
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await DeliverAsync()).Sent);
    }

    [Fact]
    public async Task Never_more_than_four_are_sent_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AskAsync($"contact-{i}")));
        var holding = new HoldingHandler();
        Assert.Equal(40, (await DeliverAsync(holding)).Sent);
        Assert.Equal(4, holding.Most);
    }

    [Fact]
    public async Task Thirty_a_minute_are_two_seconds_apart()
    {
        await AskAsync("contact-1");
        await AskAsync("contact-2");
        var running = new MailSender(Mails, m365.Graph(time: time), NewLease, MailSender.DefaultPerMinute, time).RunAsync(Cancelled);
        while (await Mails.ListAsync(10, Cancelled) is var mails && !mails.Any(mail => mail.State == MailState.Sent))
            await Task.Delay(20, Cancelled);
        Assert.Single(await m365.SentAsync());
        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancelled);
        }

        Assert.Equal(2, (await running).Sent);
    }

    [Nightly("A thousand events are sent.")]
    [Fact]
    public async Task A_thousand_events_of_600_contacts_with_a_sender_killed_twice_are_600_mails()
    {
        var asked = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            if ((await AskAsync($"contact-{i % 600}")).Contains("\"queued\"", StringComparison.Ordinal))
                Interlocked.Increment(ref asked);
        });
        Assert.Equal(600, asked);

        // Killed once before a request has left, and once after Microsoft has accepted it.
        await Assert.ThrowsAsync<KilledException>(() => DeliverAsync(new KillingHandler(after: 150, isSent: false)));
        time.Advance(MailSender.LeaseLength);
        await Assert.ThrowsAsync<KilledException>(() => DeliverAsync(new KillingHandler(after: 150, isSent: true)));
        time.Advance(MailSender.LeaseLength);
        await DeliverAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();

        // What nobody can know, a person looks up in the recipients' mailbox.
        var arrived = await ArrivedAsync();
        List<QueuedMail> uncertain = [];
        foreach (var i in Enumerable.Range(0, 600))
        {
            var mail = (await Mails.GetAsync($"contact-{i}", MissedCall, Cancelled))!;
            Assert.True(mail.State is MailState.Sent or MailState.Uncertain, $"{mail.State}");
            if (mail.State == MailState.Uncertain)
                uncertain.Add(mail);
            else
                Assert.Contains(mail.ContactId, arrived);
        }

        Assert.InRange(uncertain.Count, 1, 8);
        foreach (var mail in uncertain.Where(mail => !arrived.Contains(mail.ContactId)))
            await ResendAsync(mail.ContactId);
        time.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();
        arrived = await ArrivedAsync();
        Assert.Equal((600, 600), (arrived.Count, arrived.Distinct().Count()));
    }

    private async Task<List<string>> ArrivedAsync() =>
        [.. (await m365.SentAsync()).Select(mail => (string)mail!["internetMessageHeaders"]![0]!["value"]!)];

    private async Task<SenderOutcome> DeliverAsync(HttpMessageHandler? handler = null) =>
        await new MailSender(Mails, m365.Graph(time: time, handler: handler), NewLease, Unpaced, time).RunAsync(Cancelled);

    private Lease NewLease() => new(table.Items, "mail", Guid.NewGuid().ToString(), time);

    private async Task ResendAsync(string contact)
    {
        var mail = (await Mails.GetAsync(contact, MissedCall, Cancelled))!;
        Assert.NotNull(await Mails.TrySaveAsync(mail with { State = MailState.Waiting, Attempts = 0, NextAt = null }, Cancelled));
    }

    private Task<string> AskAsync(string contact, string template = "mail/missed-call") => InvokeAsync(new JsonObject
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

    private async Task<string> InvokeAsync(string payload)
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

    private static Prompt Prompt(string name, string text) =>
        new() { Name = name, Texts = new Dictionary<string, PromptText> { ["en-US"] = new() { Voice = text } } };
}
