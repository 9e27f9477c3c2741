namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>
/// https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/metrics/v1/metrics.proto
/// Exponential histograms and summaries are passed over: .NET's SDK sends them only to those who ask.
/// </summary>
internal static class OtlpMetrics
{
    private const ulong Delta = 1;

    /// <exception cref="InvalidDataException">This is no ExportMetricsServiceRequest.</exception>
    public static IReadOnlyList<Measurement> Read(ReadOnlySpan<byte> request)
    {
        List<Measurement> measurements = [];
        OtlpCommon.ForEach(request, (message, source) => ReadMetric(message, source, measurements));
        return measurements;
    }

    private static void ReadMetric(ReadOnlySpan<byte> message, Source source, List<Measurement> measurements)
    {
        var (name, description, unit, field) = ("", "", "", 0);
        ReadOnlySpan<byte> data = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: name = Names.Shared(reader.Text()); break;
                case 2: description = Names.Shared(reader.Text()); break;
                case 3: unit = Names.Shared(reader.Text()); break;
                case 5 or 7 or 9:
                    field = reader.Field;
                    data = reader.Bytes();
                    break;
                default: reader.Skip(); break;
            }
        }

        var about = new Measurement
        {
            Instrument = new InstrumentId(source.Resource, source.Scope, name),
            Kind = field == 9 ? InstrumentKind.Histogram : InstrumentKind.Gauge,
            Unit = unit,
            Description = description,
            At = default,
            Attributes = Attributes.None,
            Value = 0,
        };
        ReadPoints(data, field, about, measurements);
    }

    private static void ReadPoints(ReadOnlySpan<byte> data, int field, Measurement about, List<Measurement> measurements)
    {
        var (isDelta, only) = (false, about.Kind);
        var first = new ProtoReader(data); // temporality stands behind the points
        while (first.Next())
        {
            switch (first.Field)
            {
                case 2 when field != 5: isDelta = first.Varint() == Delta; break;
                case 3 when field == 7: only = first.Varint() == 0 ? InstrumentKind.Gauge : InstrumentKind.Counter; break;
                default: first.Skip(); break;
            }
        }

        var points = new ProtoReader(data);
        while (points.Next())
        {
            if (points.Field == 1)
                measurements.Add(ReadPoint(points.Bytes(), about with { Kind = only, IsDelta = isDelta }));
            else
                points.Skip();
        }
    }

    private static Measurement ReadPoint(ReadOnlySpan<byte> message, Measurement about)
    {
        var isHistogram = about.Kind == InstrumentKind.Histogram;
        var (at, value) = (0UL, 0d);
        List<KeyValuePair<string, object>> attributes = [];
        List<ulong> buckets = [], bounds = [];
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 3: at = reader.Fixed64(); break;
                case 4: value = isHistogram ? reader.Fixed64() : reader.Double(); break;
                case 6 when isHistogram: reader.AddFixed64(buckets); break;
                case 6: value = (long)reader.Fixed64(); break;
                case 7 when isHistogram: reader.AddFixed64(bounds); break;
                case 7: OtlpValues.AddTo(attributes, reader.Bytes()); break;
                case 9 when isHistogram: OtlpValues.AddTo(attributes, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }

        if (buckets.Count > 0 && buckets.Count != bounds.Count + 1)
            throw new InvalidDataException($"{about.Instrument.Name} has {buckets.Count} buckets for {bounds.Count} bounds");
        return about with
        {
            At = OtlpValues.Time(at),
            Attributes = new Attributes(attributes),
            Value = double.IsFinite(value) ? value : 0,
            Buckets = buckets,
            Bounds = [.. bounds.Select(BitConverter.UInt64BitsToDouble)],
        };
    }
}
