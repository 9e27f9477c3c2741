using FlowConfigs.Lambda.Telemetry;
using FlowConfigs.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FlowConfigs.Tests.ServiceDefaults;

public sealed class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Web_program_sends_traces_metrics_and_logs()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-otlp-api-key=secret"),
            ("OTEL_SERVICE_NAME", "flow-configs-api")))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await http.GetStringAsync("/hello/+15551230000", Token);
            await app.StopAsync(Token);
        }

        foreach (var signal in new[] { "traces", "metrics", "logs" })
            Assert.Contains(collector.Of(signal), text => text.Contains("flow-configs-api", StringComparison.Ordinal));
        Assert.Contains(collector.Of("traces"), text => text.Contains("GET /hello/{name}", StringComparison.Ordinal));
        Assert.Contains(collector.Of("metrics"), text => text.Contains("http.server.request.duration", StringComparison.Ordinal));
        Assert.Contains(collector.Of("logs"), text => text.Contains("Greeted somebody", StringComparison.Ordinal));
        Assert.Equal(["secret"], collector.Keys);
    }

    [Fact]
    public async Task Server_and_client_spans_name_route_and_host_and_neither_path_nor_query()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        // As Aspire sets them: queries are no longer redacted.
        await using (var app = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
            ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"),
            ("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true")))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            http.DefaultRequestHeaders.UserAgent.ParseAdd("Caller/15557770000");
            await http.GetStringAsync("/hello/+15557770000?key=4711-0815", Token);
            (await http.GetAsync("/fault/+15557770000", Token)).Dispose();
            (await http.GetAsync("/nowhere/+15557770000", Token)).Dispose();
            await app.StopAsync(Token);
        }

        var traces = string.Concat(collector.Of("traces"));
        foreach (var name in new[]
        {
            "GET /hello/{name}", "GET /fault/{name}", "http.response.status_code", "error.type", "System.Net.Http", "server.address",
        })
        {
            Assert.Contains(name, traces);
        }

        foreach (var all in new[] { traces, string.Concat(collector.Of("logs")), string.Concat(collector.Of("metrics")) })
        {
            Assert.DoesNotContain("15557770000", all);
            Assert.DoesNotContain("4711-0815", all);
        }
    }

    [Fact]
    public async Task Log_lines_of_the_http_client_stay_out_of_the_telemetry()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url)))
        {
            var factory = app.Services.GetRequiredService<IHttpClientFactory>();
            using var http = factory.CreateClient();
            await http.GetStringAsync($"{app.Urls.Single()}/hello/+15557780000", Token);
            await app.StopAsync(Token);
        }

        Assert.Contains(collector.Of("logs"), text => text.Contains("Greeted somebody", StringComparison.Ordinal));
        Assert.DoesNotContain("15557780000", string.Concat(collector.Of("logs")));
    }

    [Fact]
    public async Task A_request_for_health_leaves_no_span()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url)))
        {
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await http.GetStringAsync("/health", Token);
            await http.GetStringAsync("/alive", Token);
            await http.GetStringAsync("/hello/x", Token);
            await app.StopAsync(Token);
        }

        var traces = string.Concat(collector.Of("traces"));
        Assert.Contains("GET /hello/{name}", traces);
        Assert.DoesNotContain("/health", traces);
        Assert.DoesNotContain("/alive", traces);
    }

    [Fact]
    public async Task Nothing_is_exported_unless_a_collector_is_named()
    {
        await using var app = await StartAsync();
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await http.GetStringAsync("/hello/x", Token);
        Assert.True(await app.Services.GetRequiredService<TelemetryFlush>().RunAsync());
    }

    private static async Task<WebApplication> StartAsync(params (string Name, string Value)[] configuration)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value)));
        builder.AddServiceDefaults();
        builder.Services.AddProblemDetails();
        builder.Services.AddHttpClient();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.MapGet("/hello/{name}", (string name, ILogger<TelemetryTests> logger) =>
        {
            logger.LogInformation("Greeted somebody");
            return "hello";
        });
        app.MapGet("/fault/{name}", string (string name) => throw new InvalidOperationException("broken"));
        app.MapDefaultEndpoints();
        await app.StartAsync(Token);
        return app;
    }
}
