using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace FlowConfigs.Lambda.Telemetry;

internal sealed class AwsTracerProvider : TracerProvider
{
    private readonly ConcurrentDictionary<string, Tracer> tracers = new();

    public override Tracer GetTracer(string scope) => tracers.GetOrAdd(scope, name => new AwsTracer(new ActivitySource(name)));
}

internal sealed class AwsTracer(ActivitySource source) : Tracer
{
    public override TraceSpan CreateSpan(string name, Attributes? initialAttributes, SpanKind spanKind, SpanContext? parentContext)
    {
        var activity = source.StartActivity(name, Kind(spanKind), default(ActivityContext), AwsTelemetry.Tags(initialAttributes));
        return new AwsSpan(activity);
    }

    private static ActivityKind Kind(SpanKind kind) => kind switch
    {
        SpanKind.CLIENT => ActivityKind.Client,
        SpanKind.SERVER => ActivityKind.Server,
        SpanKind.CONSUMER => ActivityKind.Consumer,
        SpanKind.PRODUCER => ActivityKind.Producer,
        _ => ActivityKind.Internal,
    };
}

internal sealed class AwsSpan(Activity? activity) : TraceSpan
{
    public override void EmitEvent(string name, Attributes attributes) =>
        activity?.AddEvent(new ActivityEvent(name, tags: [.. AwsTelemetry.Tags(attributes)]));

    public override void SetAttribute(string key, object value) => activity?.SetTag(key, value);

    public override void SetStatus(SpanStatus spanStatus) =>
        activity?.SetStatus(spanStatus == SpanStatus.ERROR ? ActivityStatusCode.Error : ActivityStatusCode.Ok);

    public override void RecordException(Exception exception, Attributes attributes)
    {
        activity?.AddException(exception);
        activity?.SetStatus(ActivityStatusCode.Error, exception.GetType().Name);
    }

    public override void End() => activity?.Stop();

    protected override void Dispose(bool disposing)
    {
        activity?.Dispose();
        base.Dispose(disposing);
    }
}
