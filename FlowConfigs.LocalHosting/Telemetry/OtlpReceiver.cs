using System.Net;
using System.Security.Cryptography;
using System.Text;
using FlowConfigs.LocalHosting.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>
/// Takes telemetry over OTLP/HTTP as protobuf, from this machine and with the key that the resources were given.
/// https://opentelemetry.io/docs/specs/otlp/#otlphttp
/// </summary>
internal sealed class OtlpReceiver(TelemetryStore store, string key) : IAsyncDisposable
{
    public const string KeyHeader = "x-otlp-api-key";
    private const string Protobuf = "application/x-protobuf";

    private readonly byte[] keyBytes = Encoding.UTF8.GetBytes(key);
    private WebApplication? app;

    /// <summary>How long a request may take to come in.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The port in use once it has started.</summary>
    public int Port { get; private set; }

    /// <summary>Starts to listen on loopback.</summary>
    /// <param name="port">1 to 65535, or 0 for a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = TelemetryLimits.RequestBytes;
            kestrel.Limits.MaxConcurrentConnections = 100;
            if (port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));

        app = builder.Build();
        app.MapPost("/v1/logs", context => TakeAsync(context, body => store.Add(OtlpLogs.Read(body))));
        app.MapPost("/v1/traces", context => TakeAsync(context, body => store.Add(OtlpTraces.Read(body))));
        app.MapPost("/v1/metrics", context => TakeAsync(context, body => store.Add(OtlpMetrics.Read(body))));
        app.MapFallback((HttpRequest request) =>
            Problems.NotFound($"There is nothing at {request.Method} {request.Path}; POST to /v1/logs, /v1/traces or /v1/metrics."));
        await app.StartAsync(cancellationToken);
        Port = new Uri(app.Urls.First()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, Action<byte[]> add)
    {
        if (Refusal(context.Request) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(Patience);
        try
        {
            // All of it is read before any of it is kept: a broken request leaves nothing.
            add(await OtlpBody.ReadAsync(context.Request, limit.Token));
            context.Response.ContentType = Protobuf; // an empty answer says that all was taken
        }
        catch (InvalidDataException problem)
        {
            await Problems.BadRequest($"This is not OTLP: {problem.Message}.").ExecuteAsync(context);
        }
        catch (BadHttpRequestException problem)
        {
            await Problems.Refused(problem.StatusCode, problem.Message).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close"; // the rest of the request is not waited for
            var late = $"The request did not come in within {Patience.TotalSeconds} s.";
            await Problems.Refused(StatusCodes.Status408RequestTimeout, late).ExecuteAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The sender has gone.
        }
    }

    private ProblemHttpResult? Refusal(HttpRequest request)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString()), keyBytes))
        {
            return Problems.Refused(StatusCodes.Status401Unauthorized,
                $"The header {KeyHeader} lacks the key that the AppHost gives its resources in OTEL_EXPORTER_OTLP_HEADERS.");
        }

        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), Protobuf, StringComparison.OrdinalIgnoreCase))
        {
            return Problems.Refused(StatusCodes.Status415UnsupportedMediaType,
                $"The content type '{request.ContentType}' is not taken: send {Protobuf} (OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf).");
        }

        return OtlpBody.Packings.Contains(request.Headers.ContentEncoding.ToString(), StringComparer.OrdinalIgnoreCase)
            ? null
            : Problems.Refused(StatusCodes.Status415UnsupportedMediaType,
                $"The content encoding '{request.Headers.ContentEncoding}' is not taken: send gzip, or none.");
    }
}
