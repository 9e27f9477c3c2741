using System.Text.Json.Nodes;
using FlowConfigs.Core;
using FlowConfigs.Core.Mail;
using FlowConfigs.Microsoft365.Mail;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>A mail on its way from a flow into the outbox, and from there to Microsoft.</summary>
public sealed class SendMailTests(OwnDynamoDb own) : SendMailTest(own)
{
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
}
