using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.Microsoft365.Mail;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>deliverMail: on a schedule in both Regions; the one with the lease sends what is waiting in the outbox.</summary>
internal sealed class DeliverMail(MailSender sender, TimeProvider time, ILogger logger)
{
    // A mail that is taken is finished: its request ends within 10 s, and its mark is written after that.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);

    public async Task<byte[]> AnswerAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var left = deadline - Margin - time.GetUtcNow();
        using var limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var outcome = await sender.RunAsync(stop.Token);
            if (outcome.Problem is { } problem)
                logger.MailNotSent(problem);
            OfficeMetrics.Delivered(outcome.Sent, outcome.Stuck);
            return JsonSerializer.SerializeToUtf8Bytes(
                new DeliverAnswer(outcome.IsLeader, outcome.Sent, outcome.Stuck, outcome.Problem), DeliverJson.Default.DeliverAnswer);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // The time of this run is over; the next one goes on.
            return JsonSerializer.SerializeToUtf8Bytes(new DeliverAnswer(true, 0, 0, null), DeliverJson.Default.DeliverAnswer);
        }
    }
}

/// <summary>What the schedule ignores and a test reads.</summary>
internal sealed record DeliverAnswer(bool Leads, int Sent, int Stuck, string? Problem);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DeliverAnswer))]
internal sealed partial class DeliverJson : JsonSerializerContext;
