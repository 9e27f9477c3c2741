using FlowConfigs.Core.Mail;
using FlowConfigs.Core.Table;
using FlowConfigs.Microsoft365.Graph;

namespace FlowConfigs.Microsoft365.Mail;

/// <summary>How a run of the sender went.</summary>
/// <param name="IsLeader">Whether it was this one's turn.</param>
/// <param name="Sent">How many mails Microsoft has accepted.</param>
/// <param name="Stuck">How many now wait for a person.</param>
/// <param name="Problem">What stops all mail, as a sentence; null where nothing does.</param>
public sealed record SenderOutcome(bool IsLeader, int Sent, int Stuck, string? Problem);

/// <summary>
/// Sends the mails of the outbox: 4 at once and 30 a minute, which is what Exchange accepts for a mailbox. A mail is marked before it is
/// handed over and marked again after the answer. One whose sender ended in between is never sent again by itself: sendMail has no key
/// by which Microsoft would recognise a second attempt.
/// </summary>
/// <remarks>https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits</remarks>
public sealed class MailSender(MailStore mails, GraphClient graph, Func<Lease> newLease, int perMinute, TimeProvider time)
{
    public const int DefaultPerMinute = 30;

    private const int AtOnce = 4;
    private const int MostAttempts = 5;

    /// <summary>How long a sender leads without renewing; what it had in hand is uncertain from then on.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan PauseForAdministrator = TimeSpan.FromMinutes(5);

    private readonly TimeSpan spacing = TimeSpan.FromMinutes(1) / perMinute;

    /// <summary>Sends what is waiting. The token stops it from taking more; what it has taken, it finishes.</summary>
    public async Task<SenderOutcome> RunAsync(CancellationToken stop)
    {
        var lease = newLease();
        if (!await lease.TakeAsync(LeaseLength, stop))
            return new(false, 0, 0, null);
        var run = new Run(time.GetUtcNow());
        try
        {
            await graph.SignInAsync(stop);
            await SendAllAsync(run, lease, stop);
        }
        catch (Microsoft365Exception error)
        {
            run.Stop(error);
        }

        // No other sender sends until the pace, or Microsoft, allows the next mail.
        await lease.TakeAsync(run.Pause > spacing ? run.Pause : spacing, CancellationToken.None);
        return new(true, run.Sent, run.Stuck, run.Problem);
    }

    private async Task SendAllAsync(Run run, Lease lease, CancellationToken stop)
    {
        using var slots = new SemaphoreSlim(AtOnce);
        var sending = new List<Task>();
        await foreach (var listed in mails.OpenAsync(stop))
        {
            if (run.IsStopped || stop.IsCancellationRequested)
                break;
            if (time.GetUtcNow() - run.RenewedAt > LeaseLength / 2)
            {
                if (!await lease.TakeAsync(LeaseLength, stop))
                    break;
                run.RenewedAt = time.GetUtcNow();
            }

            await slots.WaitAsync(CancellationToken.None);
            if (await TakeAsync(listed, run) is not { } mail)
            {
                slots.Release();
                continue;
            }

            sending.Add(SendAsync(mail, run, slots));
            if (spacing > TimeSpan.FromMilliseconds(1))
                await Task.Delay(spacing, time, CancellationToken.None);
        }

        await Task.WhenAll(sending);
    }

    // The index may be a moment behind: the item itself decides.
    private async Task<QueuedMail?> TakeAsync(QueuedMail listed, Run run)
    {
        var mail = await mails.GetAsync(listed.ContactId, listed.Template, CancellationToken.None);
        var now = time.GetUtcNow();
        if (mail is { State: MailState.Sending } && now - mail.ChangedAt >= LeaseLength)
        {
            run.AddStuck();
            await mails.TrySaveAsync(
                mail with
                {
                    State = MailState.Uncertain,
                    Problem = "The sender ended before Microsoft's answer. Look whether the mail has arrived, and send it again if not.",
                },
                CancellationToken.None);
        }

        return mail is { State: MailState.Waiting } && !(mail.NextAt > now)
            ? await mails.TrySaveAsync(mail with { State = MailState.Sending }, CancellationToken.None)
            : null;
    }

    private async Task SendAsync(QueuedMail mail, Run run, SemaphoreSlim slots)
    {
        try
        {
            await mails.TrySaveAsync(await OutcomeAsync(mail, run), CancellationToken.None);
        }
        catch (Exception)
        {
            // The table does not answer, say: no more mail is taken whose state could not be kept.
            run.IsStopped = true;
            throw;
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<QueuedMail> OutcomeAsync(QueuedMail mail, Run run)
    {
        try
        {
            await graph.SendAsync(new(mail.To, mail.Subject, mail.Text, mail.ContactId), CancellationToken.None);
            run.AddSent();
            return mail with { State = MailState.Sent, Problem = null, NextAt = null };
        }
        catch (Microsoft365Exception error)
        {
            var failed = mail with { Attempts = mail.Attempts + 1, Problem = error.Message };
            if (error.NeedsAdministrator || error.Status == 429)
                run.Stop(error);
            if (error.IsUncertain || failed.Attempts >= MostAttempts || !(error.Passes || error.NeedsAdministrator))
            {
                run.AddStuck();
                return failed with { State = error.IsUncertain ? MailState.Uncertain : MailState.Failed };
            }

            var pause = error.RetryAfter ?? (error.NeedsAdministrator ? PauseForAdministrator : TimeSpan.FromMinutes(1 << mail.Attempts));
            return failed with { State = MailState.Waiting, NextAt = time.GetUtcNow() + pause };
        }
    }

    private sealed class Run(DateTimeOffset started)
    {
        private int sent;
        private int stuck;

        public DateTimeOffset RenewedAt { get; set; } = started;

        public bool IsStopped { get; set; }

        public TimeSpan Pause { get; private set; }

        public string? Problem { get; private set; }

        public int Sent => sent;

        public int Stuck => stuck;

        public void AddSent() => Interlocked.Increment(ref sent);

        public void AddStuck() => Interlocked.Increment(ref stuck);

        public void Stop(Microsoft365Exception error) =>
            (IsStopped, Pause, Problem) = (true, error.RetryAfter ?? TimeSpan.Zero, error.Message);
    }
}
