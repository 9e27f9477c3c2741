using System.Reflection;
using OpenTelemetry.Exporter;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>What the environment says of telemetry.</summary>
/// <remarks>
/// https://opentelemetry.io/docs/specs/otel/protocol/exporter/ and https://opentelemetry.io/docs/languages/sdk-configuration/general/
/// </remarks>
internal sealed record TelemetrySettings
{
    /// <summary>The service.name of everything sent.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The base address of the collector; null means that nothing is exported.</summary>
    public Uri? OtlpEndpoint { get; init; }

    public OtlpExportProtocol Protocol { get; init; } = OtlpExportProtocol.HttpProtobuf;

    /// <summary>OTEL_RESOURCE_ATTRIBUTES already names this process.</summary>
    public bool HasInstanceId { get; init; }

    public string? Version { get; init; }

    /// <summary>The function's name in Lambda, otherwise null.</summary>
    public string? FunctionName { get; init; }

    public string? FunctionVersion { get; init; }

    public string? Region { get; init; }

    /// <summary>Reads the settings; <paramref name="value"/> gives a variable's value, or null.</summary>
    /// <exception cref="InvalidOperationException">OTEL_EXPORTER_OTLP_ENDPOINT is not an http or https address.</exception>
    public static TelemetrySettings Read(string defaultServiceName, Func<string, string?> value) => new()
    {
        ServiceName = NotEmpty(value("OTEL_SERVICE_NAME")) ?? NotEmpty(value("AWS_LAMBDA_FUNCTION_NAME")) ?? defaultServiceName,
        OtlpEndpoint = Endpoint(NotEmpty(value("OTEL_EXPORTER_OTLP_ENDPOINT"))),
        Protocol = value("OTEL_EXPORTER_OTLP_PROTOCOL") == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
        HasInstanceId = value("OTEL_RESOURCE_ATTRIBUTES")?.Contains("service.instance.id=", StringComparison.Ordinal) == true,
        Version = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        FunctionName = NotEmpty(value("AWS_LAMBDA_FUNCTION_NAME")),
        FunctionVersion = NotEmpty(value("AWS_LAMBDA_FUNCTION_VERSION")),
        Region = NotEmpty(value("AWS_REGION")),
    };

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static Uri? Endpoint(string? value)
    {
        if (value is null)
            return null;
        if (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        throw new InvalidOperationException(
            $"OTEL_EXPORTER_OTLP_ENDPOINT is '{value}': set it to an address such as http://localhost:4318, or leave it out.");
    }
}
