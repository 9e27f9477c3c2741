using System.Security.Cryptography;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>
/// The dashboard, and the receiver of the telemetry that it shows, at the addresses that Aspire's would have. Both serve in the AppHost's
/// process. https://aspire.dev/dashboard/configuration/
/// </summary>
internal sealed class DashboardInProcess(IResourceBoard board, DistributedApplicationBuilder description, ILoggerFactory loggers)
    : IAsyncDisposable
{
    /// <summary>The address of the receiver: what the AppHost asks for, and then the one that is in use.</summary>
    public const string ReceiverSetting = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    /// <summary>The key that resources send to it.</summary>
    public const string ReceiverKeySetting = "AppHost:OtlpApiKey";

    private const string UrlSetting = "ASPNETCORE_URLS";
    private const string TokenSetting = "AppHost:BrowserToken";
    private const string AnonymousSetting = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";
    private const int UsualPort = 18888;
    private const int UsualReceiverPort = 18889;

    private readonly TelemetryStore telemetry = new();
    private DashboardServer? server;
    private OtlpReceiver? receiver;

    /// <summary>The ports that must be free; none if there is no dashboard, or any ports will do.</summary>
    public IReadOnlyList<(int Port, string Owner)> FixedPorts => description.Options.DisableDashboard || description.IsTest
        ? []
        : [(Port(UrlSetting, UsualPort), "dashboard"), (Port(ReceiverSetting, UsualReceiverPort), "telemetry")];

    public Uri? Url => server is null ? null : new Uri($"http://localhost:{server.Port}");

    /// <summary>
    /// What the dashboard asks for: the setting AppHost:BrowserToken, or another one for each run; null if it asks for none.
    /// </summary>
    public string? Token { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = description.Configuration;
        if (description.Options.DisableDashboard)
        {
            settings[ReceiverSetting] = null; // nobody would listen
            return;
        }

        var key = settings[ReceiverKeySetting] ??= RandomNumberGenerator.GetHexString(32, lowercase: true);
        receiver = new OtlpReceiver(telemetry, key);
        await receiver.StartAsync(description.IsTest ? 0 : Port(ReceiverSetting, UsualReceiverPort), cancellationToken);
        settings[ReceiverSetting] = $"http://localhost:{receiver.Port}";

        if (settings[AnonymousSetting] != "true")
            Token = settings[TokenSetting] is { Length: > 0 } given ? given : RandomNumberGenerator.GetHexString(32, lowercase: true);
        server = new DashboardServer(board, telemetry, Token, "Flow Configs", loggers);
        await server.StartAsync("localhost", description.IsTest ? 0 : Port(UrlSetting, UsualPort), cancellationToken);
        var signIn = Token is null ? "" : DashboardSignIn.Path(Token);
        loggers.CreateLogger("FlowConfigs.LocalHosting").DashboardReady(Url!.OriginalString + signIn);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (receiver is not null)
            await receiver.DisposeAsync();
    }

    private int Port(string setting, int usual) =>
        Uri.TryCreate(description.Configuration[setting]?.Split(';')[0], UriKind.Absolute, out var url) ? url.Port : usual;
}
