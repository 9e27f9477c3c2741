using System.Diagnostics;
using FlowConfigs.Lambda.Telemetry;

namespace FlowConfigs.Lambda;

/// <summary>The span of one invocation. https://opentelemetry.io/docs/specs/semconv/faas/aws-lambda/</summary>
internal static class InvocationActivity
{
    /// <summary>Starts the span; <paramref name="traceParent"/>, where the event carries one, comes before Lambda's own header.</summary>
    public static Activity? Start(LambdaInvocation invocation, string functionName, string trigger, string? traceParent = null)
    {
        var parent = TraceHeader.Parse(traceParent);
        if (parent == default)
            parent = TraceHeader.Parse(invocation.TraceId);
        var activity = FlowConfigsTelemetry.Source.StartActivity(functionName, ActivityKind.Server, parent);
        if (activity is not { IsAllDataRequested: true })
            return activity;
        activity.SetTag("faas.invocation_id", invocation.RequestId);
        activity.SetTag("faas.coldstart", invocation.IsColdStart);
        activity.SetTag("faas.trigger", trigger);
        activity.SetTag("cloud.resource_id", invocation.InvokedFunctionArn);
        return activity;
    }
}
