namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/common/v1/common.proto</summary>
internal static class OtlpValues
{
    public static DateTimeOffset Time(ulong nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / 100));

    /// <summary>An id of a trace or a span in hexadecimal digits; empty where there is none.</summary>
    public static string Id(ReadOnlySpan<byte> bytes, int length) =>
        bytes.Length == length ? Convert.ToHexStringLower(bytes)
        : bytes.IsEmpty ? ""
        : throw new InvalidDataException($"An id has {bytes.Length} bytes instead of {length}");

    /// <summary>Adds a KeyValue.</summary>
    public static void AddTo(List<KeyValuePair<string, object>> attributes, ReadOnlySpan<byte> message, int depth = 0)
    {
        var (name, value) = ("", (object)"");
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: name = Names.Shared(reader.Text()); break;
                case 2: value = Value(reader.Bytes(), depth); break;
                default: reader.Skip(); break;
            }
        }

        if (attributes.Count < TelemetryLimits.Attributes)
            attributes.Add(new(name, value));
    }

    /// <summary>An AnyValue: text, bool, long or double. Lists and maps become text.</summary>
    public static object Value(ReadOnlySpan<byte> message, int depth = 0)
    {
        object value = "";
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = Names.Shared(reader.Text()); break;
                case 2: value = reader.Varint() != 0; break;
                case 3: value = (long)reader.Varint(); break;
                case 4: value = reader.Double(); break;
                case 5: value = List(reader.Bytes(), depth); break;
                case 6: value = Map(reader.Bytes(), depth); break;
                case 7: value = $"{reader.Bytes().Length} bytes"; break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static string List(ReadOnlySpan<byte> message, int depth)
    {
        List<string> values = [];
        var reader = new ProtoReader(message);
        while (depth < TelemetryLimits.Depth && values.Count < TelemetryLimits.Attributes && reader.Next())
        {
            if (reader.Field == 1)
                values.Add(Attributes.TextOf(Value(reader.Bytes(), depth + 1)));
            else
                reader.Skip();
        }

        return Cut($"[{string.Join(", ", values)}]");
    }

    private static string Map(ReadOnlySpan<byte> message, int depth)
    {
        List<KeyValuePair<string, object>> values = [];
        var reader = new ProtoReader(message);
        while (depth < TelemetryLimits.Depth && values.Count < TelemetryLimits.Attributes && reader.Next())
        {
            if (reader.Field == 1)
                AddTo(values, reader.Bytes(), depth + 1);
            else
                reader.Skip();
        }

        return Cut($"{{{string.Join(", ", values.Select(each => $"{each.Key}: {Attributes.TextOf(each.Value)}"))}}}");
    }

    private static string Cut(string text) => text.Length <= TelemetryLimits.Text ? text : text[..TelemetryLimits.Text] + "…";
}
