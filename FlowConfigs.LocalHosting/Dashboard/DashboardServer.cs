using System.Net;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Dashboard;

/// <summary>
/// The dashboard of a running system: its page and its HTTP API, served inside the AppHost process to this machine only.
/// </summary>
/// <param name="board">The resources.</param>
/// <param name="telemetry">What they have sent.</param>
/// <param name="token">What whoever asks must know; null lets everybody on this machine in.</param>
/// <param name="title">The page's title.</param>
/// <param name="loggers">Where failures are logged.</param>
internal sealed class DashboardServer(
    IResourceBoard board, TelemetryStore telemetry, string? token, string title, ILoggerFactory? loggers = null) : IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>The port in use once the server has started; the one asked for, or a free one when that was 0.</summary>
    public int Port { get; private set; }

    /// <summary>Starts to listen.</summary>
    /// <param name="host">localhost, 127.0.0.1 or ::1; nothing else, because there is no TLS.</param>
    /// <param name="port">1 to 65535, or 0 for a free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException"><paramref name="host"/> is not this machine's loopback.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public async Task StartAsync(string host, int port, CancellationToken cancellationToken)
    {
        // The empty builder reads no ASPNETCORE_ variables and no appsettings.json: those belong to the AppHost's resources.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, host, port));
        builder.Services.AddRoutingCore();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        if (loggers is not null)
            builder.Services.AddSingleton(loggers);

        app = builder.Build();
        app.UseDashboardGuard();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync });
        app.UseDashboardSignIn(token);
        app.MapResources(board);
        app.MapCommands(board);
        app.MapConsole(board);
        app.MapTelemetry(telemetry, board);
        app.MapPage(title);
        app.MapFallback((HttpRequest request) => Problems.NotFound($"There is nothing at {request.Path}. The dashboard's page is at /."));

        await app.StartAsync(cancellationToken);
        Port = new Uri(app.Urls.First()).Port;
    }

    /// <summary>Ends open streams and stops listening.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (app is null)
            return;
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel, string host, int port)
    {
        kestrel.AddServerHeader = false;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) && port != 0)
            kestrel.ListenLocalhost(port);
        else
            kestrel.Listen(Loopback(host), port);
    }

    private static IPAddress Loopback(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return IPAddress.Loopback;
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
            return address;
        throw new ArgumentException(
            $"The dashboard serves this machine only: use localhost, 127.0.0.1 or ::1 instead of '{host}'.", nameof(host));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return failure is Microsoft.AspNetCore.Http.BadHttpRequestException refused
            ? Problems.Refused(refused.StatusCode, refused.Message).ExecuteAsync(context)
            : Problems.Failed(failure?.Message ?? "The reason is in the AppHost's log.").ExecuteAsync(context);
    }
}
