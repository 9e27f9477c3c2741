using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using FlowConfigs.Tests;
using FlowConfigs.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(SharedSystem))]

namespace FlowConfigs.Tests;

/// <summary>Starts one <see cref="RunningSystem"/> for the first test class that asks for it, and ends it with the run.</summary>
public sealed class SharedSystem : IAsyncDisposable
{
    private static readonly Lazy<Task<RunningSystem>> System = new(RunningSystem.StartAsync);

    public static Task<RunningSystem> StartAsync() => System.Value;

    public async ValueTask DisposeAsync()
    {
        if (System is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await System.Value).DisposeAsync();
    }
}

/// <summary>A test class that uses the whole system. All share it, so each test uses ids of its own.</summary>
public sealed class TheSystem : IAsyncLifetime
{
    public RunningSystem Running { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Running = await SharedSystem.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>
/// The whole system as the AppHost describes it, on ports of its own, with the API a second time as the Lambda function that it
/// is in AWS.
/// </summary>
public sealed class RunningSystem : IAsyncDisposable
{
    /// <summary>What a client asks for that reaches the API by way of API Gateway's events.</summary>
    public static readonly Uri BehindApiGateway = new("https://api.example.com");

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly DistributedApplication app;
    private readonly Lazy<Task> engineStopped;

    private RunningSystem(DistributedApplication app)
    {
        this.app = app;
        SignIn = new(app.GetEndpoint("cognito"));
        Api = SignIn.SignedIn("admin", app.GetEndpoint("api"));
        ApiUnsigned = new() { BaseAddress = app.GetEndpoint("api") };
        ApiWithStoppedEngine = SignIn.SignedIn("admin", app.GetEndpoint(MoreApis.WithoutEngine));
        engineStopped = new(StopEngineOnceAsync);
        ApiAtScale = SignIn.SignedIn("admin", app.GetEndpoint(MoreApis.AtScale));
        Lambda = new() { BaseAddress = app.GetEndpoint("LambdaServiceEmulator") };
        Telemetry = new(app);
        ApiOnLambda = SignIn.SignedIn("admin", BehindApiGateway, new ApiGatewayTransport(Lambda.BaseAddress!, MoreApis.OnLambda));
        ApiOnLambdaUnsigned = new(new ApiGatewayTransport(Lambda.BaseAddress!, MoreApis.OnLambda)) { BaseAddress = BehindApiGateway };
        // Without the limits that the programs set themselves: a busy machine must not fail a test of something else.
        Dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = app.GetEndpoint("dynamodb").ToString(), AuthenticationRegion = "us-east-1" });
    }

    /// <summary>The API on Kestrel, for the admin.</summary>
    public HttpClient Api { get; }

    /// <summary>The same for whoever signs requests with a token of their own.</summary>
    public HttpClient ApiUnsigned { get; }

    /// <summary>The same program behind API Gateway's events, for the admin.</summary>
    public HttpClient ApiOnLambda { get; }

    /// <summary>
    /// The API on Kestrel with the table <see cref="MoreApis.TableAtScale"/>, for tests of so much data that it would be in others' way.
    /// </summary>
    public HttpClient ApiAtScale { get; }

    /// <summary>The same for whoever signs requests with a token of their own.</summary>
    public HttpClient ApiOnLambdaUnsigned { get; }

    /// <summary>The same program, for the admin, with a policy engine of its own, which <see cref="StopEngineAsync"/> stops.</summary>
    public HttpClient ApiWithStoppedEngine { get; }

    /// <summary>Lambda's invoke API.</summary>
    public HttpClient Lambda { get; }

    /// <summary>What has arrived in the dashboard: of traces those of requests that come with a sampled traceparent.</summary>
    internal DashboardTelemetry Telemetry { get; }

    /// <summary>DynamoDB Local, with the system's own table and room for a test's.</summary>
    public IAmazonDynamoDB Dynamo { get; }

    /// <summary>Tokens of the accounts.</summary>
    internal SignIn SignIn { get; }

    /// <summary>The Cedar engine behind Amazon Verified Permissions' protocol.</summary>
    public Uri VerifiedPermissions => app.GetEndpoint("verified-permissions");

    /// <summary>The emulator of Microsoft 365.</summary>
    public Uri Microsoft365 => app.GetEndpoint("m365");

    /// <summary>Where the web app is.</summary>
    public Uri Web => app.GetEndpoint("web");

    /// <summary>Where the page is that stands in for Connect's agent workspace.</summary>
    public Uri Workspace => app.GetEndpoint("workspace");

    public static async Task<RunningSystem> StartAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.FlowConfigs_AppHost>(
            ["--web", "built"], (options, _) => options.DisableDashboard = false, limit.Token);
        // The test runner's output is for tests.
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        MoreApis.AddTo(builder);
        KeepTelemetrySmall(builder);
        var app = await builder.BuildAsync(limit.Token);
        await app.StartAsync(limit.Token);
        string[] programs = ["api", "get-config", "is-listed", "vanity-numbers", "office-calendar", "send-mail", MoreApis.OnLambda, MoreApis.WithoutEngine, "web", "workspace"];
        foreach (var resource in programs)
            await app.ResourceNotifications.WaitForResourceHealthyAsync(resource, limit.Token);
        return new(app);
    }

    /// <summary>Stops the policy engine of <see cref="ApiWithStoppedEngine"/>, which has answered until then.</summary>
    public Task StopEngineAsync() => engineStopped.Value;

    /// <summary>What a resource has written to its console.</summary>
    public async Task<IReadOnlyList<string>> ConsoleAsync(string resource)
    {
        var loggers = app.Services.GetRequiredService<ResourceLoggerService>();
        var model = app.Services.GetRequiredService<DistributedApplicationModel>();
        List<string> lines = [];
        await foreach (var some in loggers.GetAllAsync(model.Resources.Single(each => each.Name == resource)))
            lines.AddRange(some.Select(line => line.Content));
        return lines;
    }

    /// <summary>Invokes a function as Connect does, and returns its answer.</summary>
    public Task<JsonObject> InvokeAsync(string function, string payload) => InvokeAsync(Lambda, function, payload);

    /// <summary>As above, by the invoke API of an emulator.</summary>
    public static async Task<JsonObject> InvokeAsync(HttpClient lambda, string function, string payload)
    {
        using var body = new StringContent(payload, Encoding.UTF8, "application/json");
        var path = $"/2015-03-31/functions/{function}/invocations";
        using var response = await lambda.PostAsync(path, body, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"), answer);
        return JsonNode.Parse(answer)!.AsObject();
    }

    /// <summary>The variables with which the AppHost has started a resource.</summary>
    public async Task<IReadOnlyDictionary<string, string>> EnvironmentOfAsync(string resource)
    {
        var running = await app.ResourceNotifications.WaitForResourceAsync(resource, each => each.Snapshot.EnvironmentVariables.Length > 0);
        return running.Snapshot.EnvironmentVariables.Where(variable => variable.IsFromSpec)
            .ToDictionary(variable => variable.Name, variable => variable.Value ?? "");
    }

    public async ValueTask DisposeAsync()
    {
        HttpClient[] all = [Api, ApiUnsigned, ApiOnLambda, ApiOnLambdaUnsigned, ApiWithStoppedEngine, ApiAtScale, Lambda];
        foreach (var http in all)
            http.Dispose();
        Telemetry.Dispose();
        SignIn.Dispose();
        Dynamo.Dispose();
        await app.DisposeAsync();
    }

    private async Task StopEngineOnceAsync()
    {
        // The first decision of an engine that has just started can take longer than the API waits.
        using var limit = new CancellationTokenSource(StartLimit);
        while (true)
        {
            using var answered = await ApiWithStoppedEngine.GetAsync(new Uri("/api/me", UriKind.Relative), limit.Token);
            if (answered.IsSuccessStatusCode)
                break;
        }

        var stopped = await app.ResourceCommands.ExecuteCommandAsync(MoreApis.EngineToStop, KnownResourceCommands.StopCommand);
        if (!stopped.Success)
            throw new InvalidOperationException(stopped.Message);
    }

    /// <summary>All tests share two cores: only what a test asks for is traced, and only by those whose traces are tested.</summary>
    private static void KeepTelemetrySmall(IDistributedApplicationTestingBuilder builder)
    {
        foreach (var program in builder.Resources.OfType<ProjectResource>().Select(builder.CreateResourceBuilder))
        {
            program.WithEnvironment("OTEL_TRACES_SAMPLER", "parentbased_always_off")
                .WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "60000");
            if (program.Resource.Name is not ("api" or "get-config"))
                program.WithEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", "");
        }
    }
}
