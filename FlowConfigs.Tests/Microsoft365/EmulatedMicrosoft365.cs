using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Microsoft365.Graph;
using FlowConfigs.Microsoft365.SignIn;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>The emulator of Microsoft 365 as a process of a test's own, with a calendar file of its own.</summary>
internal sealed class EmulatedMicrosoft365 : IAsyncDisposable
{
    public const string Tenant = "5b1e0b9e-6f0a-4d2c-9a3e-1f2d3c4b5a60";
    public const string Client = "c1a7e2d4-3b5f-4c6d-8e9f-0a1b2c3d4e5f";
    public const string Secret = "Local-Secret-1";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"m365-{Guid.NewGuid():N}.json");
    private readonly HttpClient control = new();
    private readonly List<IDisposable> made = [];
    private Process? program;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Uri Address { get; private set; } = null!;

    public static async Task<EmulatedMicrosoft365> StartAsync(params IEnumerable<JsonObject> events)
    {
        var emulated = new EmulatedMicrosoft365();
        await emulated.WriteAsync(events);
        var port = FreePort();
        var start = new ProcessStartInfo("node", [Repository.Path("FlowConfigs.AppHost/emulators/m365/main.mjs")]) { RedirectStandardOutput = true };
        (start.Environment["PORT"], start.Environment["M365_CALENDAR_FILE"]) = ($"{port}", emulated.file);
        emulated.program = Process.Start(start)!;
        emulated.Address = new($"http://127.0.0.1:{port}");
        // Its first line says that it listens.
        await emulated.program.StandardOutput.ReadLineAsync(Cancelled);
        return emulated;
    }

    /// <summary>Replaces the events of the calendar, as a developer does who edits the file.</summary>
    public Task WriteAsync(IEnumerable<JsonObject> events) => File.WriteAllTextAsync(file, new JsonObject
    {
        ["mailbox"] = "office@example.com",
        ["otherMailboxes"] = new JsonArray("manager@example.com"),
        ["calendars"] = new JsonObject { ["AAMkOffice="] = "Calendar", ["AAMkHolidays="] = "Holidays" },
        ["events"] = new JsonArray([.. events]),
    }.ToJsonString(), Cancelled);

    public static JsonObject Event(string subject, string start, string end, string category = "Open") => new()
    {
        ["subject"] = subject,
        ["start"] = start,
        ["end"] = end,
        ["timeZone"] = "UTC",
        ["categories"] = new JsonArray(category),
    };

    /// <summary>What a function has for its environment.</summary>
    public Func<string, string?> Variables(string tenant = Tenant, string client = Client, string mailbox = "office@example.com") => name => name switch
    {
        "M365_TENANT_ID" => tenant,
        "M365_CLIENT_ID" => client,
        "M365_MAILBOX" => mailbox,
        "M365_LOGIN_URL" or "M365_GRAPH_URL" => Address.ToString(),
        _ => null,
    };

    /// <summary>A client as the functions make it.</summary>
    public GraphClient Graph(
        Microsoft365Options? options = null, ReadSecret? secret = null, TimeProvider? time = null, int top = 1000, HttpMessageHandler? handler = null)
    {
        var http = handler is null ? new HttpClient() : new HttpClient(handler);
        options ??= Microsoft365Options.Read(Variables());
        var tokens = new AccessTokens(
            http, secret ?? ((_, _) => Task.FromResult(new AppSecret { ClientSecret = Secret })), options, time ?? TimeProvider.System);
        made.AddRange([http, tokens]);
        return new(http, tokens, options, time ?? TimeProvider.System) { Top = top };
    }

    public Task FaultAsync(JsonObject fault) => PostAsync("_fault", fault);

    public Task ExpireTokensAsync() => PostAsync("_expire", []);

    /// <summary>Changes what the app has: its secret, certificate, federated credential, or how long tokens are good for.</summary>
    public Task ChangeAppAsync(JsonObject app) => PostAsync("_app", app);

    public async Task<JsonArray> SentAsync() => (await control.GetFromJsonAsync<JsonArray>(new Uri(Address, "_sent"), Cancelled))!;

    public async Task<string[]> RequestsAsync() => (await control.GetFromJsonAsync<string[]>(new Uri(Address, "_requests"), Cancelled))!;

    public async Task StopAsync()
    {
        program!.Kill();
        await program.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (program is { HasExited: false })
            await StopAsync();
        program?.Dispose();
        made.ForEach(each => each.Dispose());
        control.Dispose();
        File.Delete(file);
    }

    private async Task PostAsync(string path, JsonObject body)
    {
        using var response = await control.PostAsJsonAsync(new Uri(Address, path), body, JsonSerializerOptions.Web, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
