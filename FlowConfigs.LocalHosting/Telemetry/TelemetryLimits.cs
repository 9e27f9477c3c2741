namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>How much telemetry is taken and kept. The AppHost must not grow with the days that it runs.</summary>
internal static class TelemetryLimits
{
    /// <summary>Bytes of one request as they are sent. Exporters send at most 512 spans or log lines at once.</summary>
    public const int RequestBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one request once it is unpacked: a few kilobytes of gzip can hold gigabytes.</summary>
    public const int UnpackedBytes = 16 * 1024 * 1024;

    /// <summary>Log lines kept, the newest ones.</summary>
    public const int Lines = 20_000;

    /// <summary>Spans kept, in whole traces, the newest ones.</summary>
    public const int Spans = 20_000;

    /// <summary>Spans kept of one trace: the first ones. A loop in a program must not push out all other traces.</summary>
    public const int SpansInTrace = 2_000;

    /// <summary>Bytes that log lines may take, and spans again, however long their texts are; by what they took in the request.</summary>
    public const long KeptBytes = 48L * 1024 * 1024;

    /// <summary>Series of all instruments together. A series is an instrument with one set of attributes.</summary>
    public const int Series = 1_000;

    /// <summary>Points kept of a series.</summary>
    public const int PointsInSeries = 450;

    /// <summary>Of what is measured within so many seconds the last is kept: 450 points are 15 minutes.</summary>
    public const int SecondsOfPoint = 2;

    /// <summary>Characters of one text; what is longer is cut.</summary>
    public const int Text = 8_192;

    /// <summary>Attributes of a thing, and events of a span; the rest is left out.</summary>
    public const int Attributes = 128;

    /// <summary>How deep a value may be nested.</summary>
    public const int Depth = 8;

    /// <summary>Buckets of a histogram; OpenTelemetry's own have 15.</summary>
    public const int Buckets = 256;
}
