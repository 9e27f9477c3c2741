using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Testing;

/// <summary>A system that an AppHost has described, and that a test may change before it builds it.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder
{
    /// <summary>Ends the description.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}

/// <summary>Runs AppHosts in tests: on random free ports, and without a dashboard unless the test asks for one.</summary>
public static class DistributedApplicationTestingBuilder
{
    /// <summary>Runs the entry point of the program that <typeparamref name="TEntryPoint"/> belongs to, up to its Build().</summary>
    /// <param name="args">The AppHost's command line.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DistributedApplicationException">The AppHost ended before it called Build().</exception>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[]? args = null, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args ?? [], (_, _) => { }, cancellationToken);

    /// <summary>As above; <paramref name="configureBuilder"/> may ask for the dashboard.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder,
        CancellationToken cancellationToken = default)
        where TEntryPoint : class
    {
        var assembly = typeof(TEntryPoint).Assembly;
        var run = new EntryPointRun(assembly, options => configureBuilder(options, new HostApplicationBuilderSettings()));
        return new TestingBuilder(await run.RunAsync(args, cancellationToken));
    }

    private sealed class TestingBuilder(DistributedApplicationBuilder described) : IDistributedApplicationTestingBuilder
    {
        public ConfigurationManager Configuration => described.Configuration;

        public IHostEnvironment Environment => described.Environment;

        public IServiceCollection Services => described.Services;

        public IList<IResource> Resources => described.Resources;

        public DistributedApplicationExecutionContext ExecutionContext => described.ExecutionContext;

        public string AppHostDirectory => described.AppHostDirectory;

        public IDistributedApplicationPipeline Pipeline => described.Pipeline;

        public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource => described.AddResource(resource);

        public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => described.CreateResourceBuilder(resource);

        public DistributedApplication Build() => described.BuildNow();

        public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) => Task.FromResult(Build());
    }
}
