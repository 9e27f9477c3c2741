using System.Text.Json;
using System.Text.Json.Serialization;
using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.Microsoft365.Calendar;
using FlowConfigs.Microsoft365.SignIn;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>
/// refreshCalendar: on a schedule in both Regions. The Region with the lease reads; both
/// report how old the data in their copy of the table is.
/// </summary>
internal sealed class RefreshCalendar(CalendarRefresh refresh, AccessTokens tokens, TimeProvider time, ILogger logger)
{
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var outcome = await refresh.RunAsync(IsAsked(payload), cancellationToken);
        foreach (var problem in outcome.Problems)
            logger.CalendarNotRefreshed(problem);
        OfficeMetrics.Refreshed(outcome.OldestAge, outcome.Problems.Count, tokens.SecretEnds - time.GetUtcNow());
        return JsonSerializer.SerializeToUtf8Bytes(
            new RefreshAnswer(outcome.IsLeader, outcome.Refreshed, outcome.Problems), RefreshJson.Default.RefreshAnswer);
    }

    // The page's button sends {"now":true}; the schedule sends an event of its own.
    private static bool IsAsked(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize(payload.Span, RefreshJson.Default.RefreshRequest)?.Now ?? false;
}

/// <summary>What the page's button sends.</summary>
internal sealed record RefreshRequest(bool? Now);

/// <summary>What the schedule ignores and the page shows.</summary>
internal sealed record RefreshAnswer(bool Leads, int Refreshed, IReadOnlyList<string> Problems);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RefreshAnswer))]
[JsonSerializable(typeof(RefreshRequest))]
internal sealed partial class RefreshJson : JsonSerializerContext;
