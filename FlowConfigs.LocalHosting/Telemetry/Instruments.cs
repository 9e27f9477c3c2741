namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>What an instrument measures.</summary>
internal enum InstrumentKind
{
    /// <summary>A value of the moment, such as memory in use. A sum that can fall is one too.</summary>
    Gauge,

    /// <summary>A sum that only grows, such as requests.</summary>
    Counter,

    /// <summary>Values by size, such as durations.</summary>
    Histogram,
}

/// <summary>What tells an instrument from others.</summary>
internal readonly record struct InstrumentId(string Resource, string Meter, string Name);

/// <summary>One measurement as it was sent.</summary>
internal sealed record Measurement
{
    public required InstrumentId Instrument { get; init; }

    public required InstrumentKind Kind { get; init; }

    public required string Unit { get; init; }

    public required string Description { get; init; }

    /// <summary>It says what came since the last one, not since the start.</summary>
    public bool IsDelta { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Attributes Attributes { get; init; }

    /// <summary>The value; of a histogram the number of its values.</summary>
    public required double Value { get; init; }

    /// <summary>How many values each bucket has; one more than there are bounds.</summary>
    public IReadOnlyList<ulong> Buckets { get; init; } = [];

    /// <summary>The buckets' upper bounds; the last bucket has none.</summary>
    public IReadOnlyList<double> Bounds { get; init; } = [];
}
