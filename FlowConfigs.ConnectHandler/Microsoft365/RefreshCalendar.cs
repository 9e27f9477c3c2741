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
    public async Task<byte[]> AnswerAsync(CancellationToken cancellationToken)
    {
        var outcome = await refresh.RunAsync(cancellationToken);
        foreach (var problem in outcome.Problems)
            logger.CalendarNotRefreshed(problem);
        OfficeMetrics.Refreshed(outcome.OldestAge, outcome.Problems.Count, tokens.SecretEnds - time.GetUtcNow());
        return JsonSerializer.SerializeToUtf8Bytes(
            new RefreshAnswer(outcome.IsLeader, outcome.Refreshed, outcome.Problems), RefreshJson.Default.RefreshAnswer);
    }
}

/// <summary>What the schedule ignores and a test reads.</summary>
internal sealed record RefreshAnswer(bool Leads, int Refreshed, IReadOnlyList<string> Problems);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RefreshAnswer))]
internal sealed partial class RefreshJson : JsonSerializerContext;
