using Amazon;
using Amazon.Runtime.Telemetry;

namespace FlowConfigs.Lambda.Telemetry;

/// <summary>
/// Connects the telemetry hooks of AWS's SDK to System.Diagnostics; without it the SDK emits nothing.
/// https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/observability.html
/// </summary>
internal static class AwsTelemetry
{
    private static int registered;

    public static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 1)
            return;
        AWSConfigs.TelemetryProvider.RegisterTracerProvider(new AwsTracerProvider());
        AWSConfigs.TelemetryProvider.RegisterMeterProvider(new AwsMeterProvider());
    }

    public static KeyValuePair<string, object?>[] Tags(Attributes? attributes) =>
        attributes is null ? [] : [.. attributes.AllAttributes.Select(each => KeyValuePair.Create<string, object?>(each.Key, each.Value))];
}
