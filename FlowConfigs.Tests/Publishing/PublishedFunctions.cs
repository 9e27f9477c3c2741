using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Tests.Publishing;

/// <summary>
/// The programs of the published zips, started as Lambda starts them, before the shared system's table, Cognito and policy engine.
/// </summary>
public sealed class PublishedFunctions : IAsyncDisposable
{
    /// <summary>Where the functions' own metrics go, as the template says for a stage "test".</summary>
    public const string MetricsNamespace = "FlowConfigs/test";

    private static readonly string[] Names = ["api", "get-config", "is-listed", "vanity-numbers", "office-calendar", "send-mail"];

    private readonly Emulator emulator = new(TimeProvider.System);
    private readonly List<RunningProgram> programs = [];

    private PublishedFunctions()
    {
    }

    /// <summary>The API behind API Gateway's events, for the admin.</summary>
    public HttpClient Api { get; private set; } = null!;

    /// <summary>The same, for requests that bring a token of their own.</summary>
    public HttpClient ApiUnsigned { get; private set; } = null!;

    /// <summary>Lambda's invoke API.</summary>
    public HttpClient Lambda { get; private set; } = null!;

    /// <summary>What the functions have logged.</summary>
    public IReadOnlyList<string> Lines => [.. programs.SelectMany(program => program.Lines)];

    public static async Task<PublishedFunctions> StartAsync(Published published, RunningSystem system)
    {
        var functions = new PublishedFunctions();
        foreach (var name in Names)
            functions.emulator.AddFunction(name);
        await functions.emulator.StartAsync("127.0.0.1", 0, CancellationToken.None);

        functions.Start("api", published.Unpacked("api"), "api", await system.EnvironmentOfAsync(MoreApis.OnLambda));
        var handler = published.Unpacked("connect-handler");
        functions.Start("get-config", handler, "getConfig", await system.EnvironmentOfAsync("get-config"));
        functions.Start("is-listed", handler, "isListed", await system.EnvironmentOfAsync("is-listed"));
        functions.Start("vanity-numbers", handler, "vanityNumbers", await system.EnvironmentOfAsync("vanity-numbers"));
        functions.Start("office-calendar", handler, "officeCalendar", await system.EnvironmentOfAsync("office-calendar"));
        functions.Start("send-mail", handler, "sendMail", await system.EnvironmentOfAsync("send-mail"));

        functions.Lambda = new() { BaseAddress = new($"http://127.0.0.1:{functions.emulator.Port}") };
        functions.Api = system.SignIn.SignedIn("admin", RunningSystem.BehindApiGateway, functions.ApiGateway());
        functions.ApiUnsigned = new(functions.ApiGateway()) { BaseAddress = RunningSystem.BehindApiGateway };
        return functions;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in programs)
            await program.DisposeAsync();
        Api.Dispose();
        ApiUnsigned.Dispose();
        Lambda.Dispose();
        await emulator.DisposeAsync();
    }

    // As the template says: */* is binary.
    private ApiGatewayTransport ApiGateway() => new(Lambda.BaseAddress!, "api") { AllBinary = true };

    private void Start(string function, string folder, string handler, IReadOnlyDictionary<string, string> development)
    {
        // Lambda's machine has none of what names a developer's.
        var same = development.Where(variable => !variable.Key.EndsWith("_ENVIRONMENT", StringComparison.Ordinal));
        var environment = new Dictionary<string, string?>(same.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)))
        {
            ["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{function}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function,
            ["_HANDLER"] = handler,
            ["FLOWCONFIGS_METRICS_NAMESPACE"] = MetricsNamespace,
            // provided.al2023 has no time zones.
            ["TZDIR"] = Path.Combine(folder, "none"),
            ["SSL_CERT_FILE"] = Path.Combine(folder, "amazon-roots.pem"),
            ["SSL_CERT_DIR"] = Path.Combine(folder, "none"),
            // It brings its own .NET.
            ["DOTNET_ROOT"] = "/nowhere",
        };
        programs.Add(new(new ProcessCommand(Path.Combine(folder, "bootstrap"), [], folder) { Environment = environment }));
    }
}
