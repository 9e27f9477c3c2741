namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto</summary>
internal static class OtlpTraces
{
    private const int TraceIdLength = 16;
    private const int SpanIdLength = 8;
    private const ulong ErrorStatus = 2;

    private static readonly string[] Kinds = ["internal", "internal", "server", "client", "producer", "consumer"];

    /// <exception cref="InvalidDataException">This is no ExportTraceServiceRequest.</exception>
    public static IReadOnlyList<Span> Read(ReadOnlySpan<byte> request)
    {
        List<Span> spans = [];
        OtlpCommon.ForEach(request, (message, source) => spans.Add(ReadSpan(message, source)));
        return spans;
    }

    private static Span ReadSpan(ReadOnlySpan<byte> message, Source source)
    {
        var (traceId, spanId, parentId, name) = ("", "", "", "");
        var (kind, start, end) = (0UL, 0UL, 0UL);
        var (isError, error) = (false, (string?)null);
        List<KeyValuePair<string, object>> attributes = [];
        List<SpanEvent> events = [];
        List<string> links = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: traceId = OtlpValues.Id(reader.Bytes(), TraceIdLength); break;
                case 2: spanId = OtlpValues.Id(reader.Bytes(), SpanIdLength); break;
                case 4: parentId = OtlpValues.Id(reader.Bytes(), SpanIdLength); break;
                case 5: name = Names.Shared(reader.Text()); break;
                case 6: kind = reader.Varint(); break;
                case 7: start = reader.Fixed64(); break;
                case 8: end = reader.Fixed64(); break;
                case 9: OtlpValues.AddTo(attributes, reader.Bytes()); break;
                case 11 when events.Count < TelemetryLimits.Attributes: events.Add(ReadEvent(reader.Bytes())); break;
                case 13 when links.Count < TelemetryLimits.Attributes: links.Add(ReadLink(reader.Bytes())); break;
                case 15: (isError, error) = ReadStatus(reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        if (traceId == "" || spanId == "")
            throw new InvalidDataException("A span has no trace_id or no span_id");
        return new Span
        {
            TraceId = traceId,
            SpanId = spanId,
            ParentId = parentId,
            Name = name,
            Kind = kind < (ulong)Kinds.Length ? Kinds[kind] : Kinds[0],
            Resource = source.Resource,
            Scope = source.Scope,
            StartedAt = OtlpValues.Time(start),
            DurationMs = end > start ? (end - start) / 1e6 : 0,
            IsError = isError,
            Error = error,
            Attributes = new Attributes(attributes),
            Events = events,
            Links = links,
            Bytes = message.Length,
        };
    }

    private static SpanEvent ReadEvent(ReadOnlySpan<byte> message)
    {
        var (at, name) = (0UL, "");
        List<KeyValuePair<string, object>> attributes = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: at = reader.Fixed64(); break;
                case 2: name = Names.Shared(reader.Text()); break;
                case 3: OtlpValues.AddTo(attributes, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        return new SpanEvent(OtlpValues.Time(at), name, new Attributes(attributes));
    }

    private static string ReadLink(ReadOnlySpan<byte> message)
    {
        var traceId = "";
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                traceId = OtlpValues.Id(reader.Bytes(), TraceIdLength);
            else
                reader.Skip();
        }

        return traceId;
    }

    private static (bool IsError, string? Error) ReadStatus(ReadOnlySpan<byte> message)
    {
        var (code, text) = (0UL, (string?)null);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2: text = reader.Text(); break;
                case 3: code = reader.Varint(); break;
                default: reader.Skip(); break;
            }
        }

        return (code == ErrorStatus, code == ErrorStatus && text != "" ? text : null);
    }
}
