using System.Diagnostics;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.ConnectHandler;

/// <summary>What the span of an invocation says of the answer: never a value, nor a number in full.</summary>
internal static class ResolveTags
{
    public static void Unknown(Activity? span, string? asked, Channel channel)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        span.SetTag("flowconfigs.found", false);
        span.SetTag("flowconfigs.config.id", TelemetryId.Of(asked));
        span.SetTag("flowconfigs.channel", channel.ToString());
    }

    public static void Found(Activity? span, Resolution resolution, Channel channel, bool isStale, int bytes)
    {
        if (span is not { IsAllDataRequested: true })
            return;
        span.SetTag("flowconfigs.found", true);
        span.SetTag("flowconfigs.config.id", TelemetryId.Of(resolution.Id.Value));
        span.SetTag("flowconfigs.config.version", resolution.Version);
        span.SetTag("flowconfigs.language", resolution.Language);
        span.SetTag("flowconfigs.channel", channel.ToString());
        span.SetTag("flowconfigs.stale", isStale);
        span.SetTag("flowconfigs.response.size", bytes);
        Span<int> reasons = stackalloc int[4];
        foreach (var value in resolution.Values)
            reasons[(int)value.Reason.Source]++;
        span.SetTag("flowconfigs.reasons.own", reasons[(int)ReasonSource.Own]);
        span.SetTag("flowconfigs.reasons.inherited", reasons[(int)ReasonSource.Inherited]);
        span.SetTag("flowconfigs.reasons.timed_change", reasons[(int)ReasonSource.TimedChange]);
        span.SetTag("flowconfigs.reasons.scenario", reasons[(int)ReasonSource.Scenario]);
    }
}
