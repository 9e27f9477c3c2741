using System.Reflection;
using System.Text.RegularExpressions;
using FlowConfigs.LocalHosting.Running;
using FlowConfigs.LocalHosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting;

internal sealed partial class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--operation"] = "AppHost:Operation",
        ["--step"] = "Pipeline:Step",
        ["--output-path"] = "Pipeline:OutputPath",
    };

    private readonly Pipeline pipeline = new();

    private readonly HostApplicationBuilder host;
    private readonly EntryPointRun? entryPoint = EntryPointRun.Current;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        Options = options;
        AppHostDirectory = DirectoryOf(entryPoint?.Assembly ?? Assembly.GetEntryAssembly());
        host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = "AppHost",
            ContentRootPath = AppHostDirectory,
            EnvironmentName = Environments.Development,
        });
        host.Configuration.AddEnvironmentVariables();
        host.Configuration.AddCommandLine(options.Args ?? [], Switches);
        ExecutionContext = new DistributedApplicationExecutionContext(Operation == "publish"
            ? DistributedApplicationOperation.Publish
            : DistributedApplicationOperation.Run);
        IsTest = entryPoint is not null;
        entryPoint?.Configure(options);
    }

    public DistributedApplicationOptions Options { get; }

    public string Operation => Configuration["AppHost:Operation"]?.ToLowerInvariant() ?? "run";

    /// <summary>Whether ports are random and nothing is written to the console.</summary>
    public bool IsTest { get; init; }

    public ConfigurationManager Configuration => host.Configuration;

    public IHostEnvironment Environment => host.Environment;

    public IServiceCollection Services => host.Services;

    public IList<IResource> Resources { get; } = [];

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public string AppHostDirectory { get; }

    public IDistributedApplicationPipeline Pipeline => pipeline;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (!ResourceName().IsMatch(resource.Name))
        {
            throw new DistributedApplicationException(
                $"\"{resource.Name}\" cannot name a resource: a name is 1-64 letters, digits and hyphens, and begins with a letter");
        }

        if (Resources.Any(r => string.Equals(r.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"There are two resources named \"{resource.Name}\": give one of them another name");

        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(resource, this);

    public DistributedApplication Build()
    {
        if (entryPoint is null)
            return BuildNow();

        // A test goes on from here: it may change the system before it builds it.
        entryPoint.Described(this);
        throw new HostAbortedException();
    }

    internal DistributedApplication BuildNow()
    {
        if (!IsTest)
            ConsoleLines.AddTo(host.Logging);

        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<IHostLifetime>(new NoHostLifetime());
        Services.AddSingleton<IDistributedApplicationBuilder>(this);
        Services.AddSingleton(this);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(pipeline);
        Services.AddSingleton<IPipelineOutputService>(new PipelineOutput(Configuration["Pipeline:OutputPath"]));
        Services.AddSingleton<SystemRun>();
        Services.AddSingleton(services => new ResourceLoggerService(services.GetRequiredService<SystemRun>()));
        Services.AddSingleton(services => new ResourceNotificationService(services.GetRequiredService<SystemRun>()));
        Services.AddSingleton(services => new ResourceCommandService(services.GetRequiredService<SystemRun>()));
        Services.AddSingleton<IHostedService>(services => services.GetRequiredService<SystemRun>());
        return new DistributedApplication(host.Build());
    }

    private static string DirectoryOf(Assembly? appHost) =>
        appHost?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "AppHostDirectory")?.Value
        ?? System.Environment.CurrentDirectory;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}$")]
    private static partial Regex ResourceName();

    // Signals are DistributedApplication.RunAsync's business; a test has none.
    private sealed class NoHostLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
