using System.Buffers;
using System.Diagnostics;

namespace FlowConfigs.Lambda;

/// <summary>
/// Reads the parent of a span from X-Ray's tracing header, such as
/// Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1
/// (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader), or from a W3C traceparent.
/// X-Ray's trace id without its version and dashes is the W3C id
/// (https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids).
/// </summary>
internal static class TraceHeader
{
    private const int RootLength = 35;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The parent, or default when the header names none.</summary>
    public static ActivityContext Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return default;
        if (ActivityContext.TryParse(header, null, isRemote: true, out var parsed))
            return parsed;

        ReadOnlySpan<char> root = default;
        ReadOnlySpan<char> parent = default;
        var flags = ActivityTraceFlags.None;
        foreach (var range in header.AsSpan().Split(';'))
        {
            var part = header.AsSpan(range).Trim();
            if (part.StartsWith("Root="))
                root = part["Root=".Length..];
            else if (part.StartsWith("Parent="))
                parent = part["Parent=".Length..];
            else if (part is "Sampled=1")
                flags = ActivityTraceFlags.Recorded;
        }

        // version 1 - 8 hexadecimal digits of time - 24 of identity
        if (root.Length != RootLength || !root.StartsWith("1-") || root[10] != '-')
            return default;
        var traceId = string.Concat(root[2..10], root[11..]);
        if (!IsHex(traceId) || parent.Length != 16 || !IsHex(parent))
            return default;
        return new ActivityContext(
            ActivityTraceId.CreateFromString(traceId), ActivitySpanId.CreateFromString(parent), flags, isRemote: true);
    }

    private static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);
}
