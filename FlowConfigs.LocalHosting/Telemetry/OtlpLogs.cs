namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/logs/v1/logs.proto</summary>
internal static class OtlpLogs
{
    private const int TraceIdLength = 16;
    private const int SpanIdLength = 8;
    private const ulong Unspecified = 9; // of lines without a severity we say Information

    /// <exception cref="InvalidDataException">This is no ExportLogsServiceRequest.</exception>
    public static IReadOnlyList<LogLine> Read(ReadOnlySpan<byte> request)
    {
        List<LogLine> lines = [];
        OtlpCommon.ForEach(request, (message, source) => lines.Add(ReadLine(message, source)));
        return lines;
    }

    private static LogLine ReadLine(ReadOnlySpan<byte> message, Source source)
    {
        var (at, observed, severity) = (0UL, 0UL, Unspecified);
        var (traceId, spanId, text, eventName) = ("", "", "", (string?)null);
        List<KeyValuePair<string, object>> attributes = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: at = reader.Fixed64(); break;
                case 2: severity = reader.Varint(); break;
                case 5: text = Attributes.TextOf(OtlpValues.Value(reader.Bytes())); break;
                case 6: OtlpValues.AddTo(attributes, reader.Bytes()); break;
                case 9: traceId = OtlpValues.Id(reader.Bytes(), TraceIdLength); break;
                case 10: spanId = OtlpValues.Id(reader.Bytes(), SpanIdLength); break;
                case 11: observed = reader.Fixed64(); break;
                case 12: eventName = Names.Shared(reader.Text()); break;
                default: reader.Skip(); break;
            }
        }

        return new LogLine
        {
            At = OtlpValues.Time(at > 0 ? at : observed),
            Level = LevelOf(severity),
            Resource = source.Resource,
            Scope = source.Scope,
            Text = text,
            TraceId = traceId,
            SpanId = spanId,
            Event = eventName,
            Attributes = new Attributes(attributes),
            Bytes = message.Length,
        };
    }

    // 1-4 trace, 5-8 debug, 9-12 information, 13-16 warning, 17-20 error, 21-24 fatal
    private static LogSeverity LevelOf(ulong severity) =>
        severity is < 1 or > 24 ? LogSeverity.Information : (LogSeverity)((severity - 1) / 4);
}
