namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>An instrument as the page's tree shows it.</summary>
/// <param name="Resource">Who measures.</param>
/// <param name="Meter">The group of instruments.</param>
/// <param name="Name">The instrument's name.</param>
/// <param name="Unit">UCUM, such as s, By or {request}.</param>
/// <param name="Description">In the program's words.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Series">How many sets of attributes it has.</param>
/// <param name="Attributes">The values of each attribute.</param>
internal sealed record InstrumentView(
    string Resource, string Meter, string Name, string Unit, string Description, InstrumentKind Kind, int Series,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);

/// <summary>All instruments.</summary>
/// <param name="Dropped">Measurements of series that were too many.</param>
/// <param name="Instruments">By resource, meter and name.</param>
internal sealed record MetricsPage(long Dropped, IReadOnlyList<InstrumentView> Instruments);

/// <summary>The last minutes of every instrument.</summary>
internal sealed class MetricStore(int series = TelemetryLimits.Series)
{
    private const int ValuesShown = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<InstrumentId, Instrument> instruments = [];
    private int keptSeries;
    private long dropped;

    public void Add(IReadOnlyList<Measurement> measurements)
    {
        lock (gate)
        {
            foreach (var measured in measurements)
                Add(measured);
        }
    }

    public MetricsPage List()
    {
        lock (gate)
        {
            return new MetricsPage(dropped,
            [
                .. instruments.Values.Where(instrument => instrument.HasPoints).Select(View)
                    .OrderBy(view => view.Resource, StringComparer.Ordinal).ThenBy(view => view.Meter, StringComparer.Ordinal)
                    .ThenBy(view => view.Name, StringComparer.Ordinal),
            ]);
        }
    }

    /// <summary>What has been measured, as lines to draw; null if there is no such instrument.</summary>
    public MetricChart? Chart(InstrumentId id, ChartQuery query)
    {
        lock (gate)
        {
            return instruments.TryGetValue(id, out var found)
                ? new MetricChart(View(found), ChartLines.Of(found.About, [.. found.Series.Values], query))
                : null;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            foreach (var each in instruments.Values.SelectMany(instrument => instrument.Series.Values))
                each.Clear();
            dropped = 0;
        }
    }

    private void Add(Measurement measured)
    {
        var isKnown = instruments.TryGetValue(measured.Instrument, out var instrument);
        instrument ??= new Instrument(measured);
        var key = measured.Attributes.Key();
        if (!instrument.Series.TryGetValue(key, out var own))
        {
            if (keptSeries >= series)
            {
                dropped++;
                return;
            }

            keptSeries++;
            instrument.Series[key] = own = new Series(measured.Attributes);
            if (!isKnown)
                instruments[measured.Instrument] = instrument;
        }

        own.Add(measured);
    }

    private static InstrumentView View(Instrument instrument)
    {
        var (id, about) = (instrument.About.Instrument, instrument.About);
        var attributes = instrument.Series.Values.SelectMany(each => each.Attributes.All)
            .GroupBy(each => each.Key, each => Attributes.TextOf(each.Value), StringComparer.Ordinal)
            .ToDictionary(
                values => values.Key,
                IReadOnlyList<string> (values) => [.. values.Distinct().Order(StringComparer.Ordinal).Take(ValuesShown)]);
        return new InstrumentView(
            id.Resource, id.Meter, id.Name, about.Unit, about.Description, about.Kind, instrument.Series.Count, attributes);
    }

    private sealed class Instrument(Measurement about)
    {
        public Measurement About => about;

        public Dictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public bool HasPoints => Series.Values.Any(each => each.Points.Count > 0);
    }
}
