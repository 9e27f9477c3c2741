using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// X-Ray's tracing header of an invocation. A caller's W3C traceparent is carried over, so that its trace goes on in the function.
/// https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
/// </summary>
internal static class TraceHeader
{
    public static string Of(IHeaderDictionary headers, TimeProvider time)
    {
        if (ActivityContext.TryParse(headers.TraceParent, null, out var parent))
            return Format(parent);
        if (headers["X-Amzn-Trace-Id"].ToString() is { Length: > 0 } given)
            return given;
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString("x8", CultureInfo.InvariantCulture);
        // without Parent: there is no span above the function's own
        return $"Root=1-{seconds}-{ActivityTraceId.CreateRandom().ToHexString()[8..]};Sampled=1";
    }

    private static string Format(ActivityContext parent)
    {
        var traceId = parent.TraceId.ToHexString();
        var sampled = parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? 1 : 0;
        return $"Root=1-{traceId[..8]}-{traceId[8..]};Parent={parent.SpanId.ToHexString()};Sampled={sampled}";
    }
}
