using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Tests.Lambda.Telemetry;

public sealed class LambdaTelemetryTests
{
    [Fact]
    public async Task Handler_without_a_host_sends_traces_metrics_and_logs()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var endpoint = Variable("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url);
        using (var telemetry = LambdaTelemetry.Start("get-config", endpoint, TimeProvider.System))
        {
            using (FlowConfigsTelemetry.Source.StartActivity("resolve"))
                telemetry.Loggers.CreateLogger("GetConfig").LogInformation("Resolved a config");
            ProductMetrics.Conflicted();
        }

        foreach (var (signal, name) in new[] { ("traces", "resolve"), ("metrics", "flowconfigs.conflicts"), ("logs", "Resolved a config") })
        {
            Assert.Contains(
                collector.Of(signal),
                text => text.Contains("get-config", StringComparison.Ordinal) && text.Contains(name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("OTEL_SERVICE_NAME", "given", "given")]
    [InlineData("AWS_LAMBDA_FUNCTION_NAME", "get-config", "get-config")]
    [InlineData("OTHER", "x", "own")]
    public void Service_is_named_by_the_environment(string variable, string value, string name) =>
        Assert.Equal(name, TelemetrySettings.Read("own", Variable(variable, value)).ServiceName);

    [Theory]
    [InlineData("localhost:4318")]
    [InlineData("collector")]
    public void Collector_that_is_no_address_is_refused(string value)
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => LambdaTelemetry.Start("x", Variable("OTEL_EXPORTER_OTLP_ENDPOINT", value), TimeProvider.System));
        Assert.Contains($"OTEL_EXPORTER_OTLP_ENDPOINT is '{value}'", error.Message);
    }

    [Fact]
    public void Log_in_lambda_is_one_line_of_json_an_entry()
    {
        using var output = new MemoryStream();
        using var provider = new JsonLineLoggerProvider(output, TimeProvider.System);
        var logger = provider.CreateLogger("GetConfig");
        logger.LogWarning(new InvalidOperationException("first\nsecond"), "Config {Id} has\n{Count} keys", "Basic\"Queue\"", 3);
        logger.LogInformation("done");
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        var entry = JsonNode.Parse(lines[0])!;
        Assert.Equal("WARN", (string?)entry["level"]);
        Assert.Equal("Config Basic\"Queue\" has\n3 keys", (string?)entry["message"]);
        Assert.Equal("3", (string?)entry["Count"]);
        Assert.Equal("System.InvalidOperationException", (string?)entry["errorType"]);
        Assert.EndsWith("Z", (string?)entry["timestamp"], StringComparison.Ordinal);
    }

    private static Func<string, string?> Variable(string name, string value) => asked => asked == name ? value : null;
}
