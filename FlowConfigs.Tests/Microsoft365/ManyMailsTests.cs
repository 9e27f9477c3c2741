using FlowConfigs.Core.Mail;
using FlowConfigs.Microsoft365.Mail;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>The outbox under many events, with a sender that is killed.</summary>
public sealed class ManyMailsTests(OwnDynamoDb own) : SendMailTest(own)
{
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
}
