using System.Collections.Concurrent;
using FlowConfigs.LocalHosting.Lambda;
using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.Publish;

/// <summary>
/// The programs of the published zips, started as Lambda starts them, before the shared system's table, Cognito and policy engine.
/// </summary>
public sealed class PublishedFunctions : IAsyncDisposable
{
    /// <summary>A time zone that no machine has but the API's zip.</summary>
    public const string OwnTimeZone = "Test/Bundled";

    /// <summary>Where the functions' own metrics go, as the template says for a stage "test".</summary>
    public const string MetricsNamespace = "FlowConfigs/test";

    private static readonly string[] Names = ["api", "get-config", "is-listed", "vanity-numbers"];

    private readonly LambdaEmulator emulator = new(TimeProvider.System);
    private readonly List<ProcessGroup> programs = [];
    private readonly ConcurrentQueue<string> lines = [];

    private PublishedFunctions()
    {
    }

    /// <summary>The API behind API Gateway's events, for the admin.</summary>
    public HttpClient Api { get; private set; } = null!;

    /// <summary>Lambda's invoke API.</summary>
    public HttpClient Lambda { get; private set; } = null!;

    /// <summary>What the functions have logged.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public static async Task<PublishedFunctions> StartAsync(Published published, RunningSystem system)
    {
        var functions = new PublishedFunctions();
        foreach (var name in Names)
            functions.emulator.AddFunction(name);
        await functions.emulator.StartAsync("127.0.0.1", 0, CancellationToken.None);

        var zones = Path.Combine(published.Unpacked("api"), "zoneinfo");
        Directory.CreateDirectory(Path.Combine(zones, "Test"));
        File.Copy(Path.Combine(zones, "Asia", "Kathmandu"), Path.Combine(zones, OwnTimeZone));

        await functions.StartAsync("api", published.Unpacked("api"), "api", system.EnvironmentOf(RunningSystem.ApiFunction));
        var handler = published.Unpacked("connect-handler");
        await functions.StartAsync("get-config", handler, "getConfig", system.EnvironmentOf("get-config"));
        await functions.StartAsync("is-listed", handler, "isListed", system.EnvironmentOf("is-listed"));
        await functions.StartAsync("vanity-numbers", handler, "vanityNumbers", system.EnvironmentOf("vanity-numbers"));

        functions.Lambda = new() { BaseAddress = new($"http://127.0.0.1:{functions.emulator.Port}") };
        // As the template says: */* is binary.
        var gateway = new ApiGatewayTransport(functions.Lambda.BaseAddress, "api") { AllBinary = true };
        functions.Api = new(gateway) { BaseAddress = new("https://api.example.com") };
        functions.Api.DefaultRequestHeaders.Authorization = new("Bearer", await system.SignIn.AccessTokenAsync("admin"));
        return functions;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
            await program.StopAsync();
        Api.Dispose();
        Lambda.Dispose();
        await emulator.DisposeAsync();
    }

    private async Task StartAsync(string function, string folder, string handler, IReadOnlyDictionary<string, string> development)
    {
        // Lambda's machine has none of what names a developer's.
        var same = development.Where(variable => !variable.Key.EndsWith("_ENVIRONMENT", StringComparison.Ordinal));
        var environment = new Dictionary<string, string>(same)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{function}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function,
            ["_HANDLER"] = handler,
            ["FLOWCONFIGS_METRICS_NAMESPACE"] = MetricsNamespace,
            ["TZDIR"] = Path.Combine(folder, "zoneinfo"),
            // It brings its own .NET.
            ["DOTNET_ROOT"] = "/nowhere",
        };
        programs.Add(await ProcessGroup.StartAsync(
            new ProcessCommand(Path.Combine(folder, "bootstrap"), [], folder) { Environment = environment },
            (_, line) => lines.Enqueue(line)));
    }
}
