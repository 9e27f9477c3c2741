using FlowConfigs.LocalHosting;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>Systems of a few shell commands.</summary>
internal static class SmallSystem
{
    public static DistributedApplicationBuilder New(params string[] args) =>
        new(new DistributedApplicationOptions { Args = args, DisableDashboard = true }) { IsTest = true };

    public static IResourceBuilder<ExecutableResource> AddShell(this DistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "bash", Path.GetTempPath(), "-c", script);

    /// <summary>A server that answers every GET with 200; it listens on the port in PORT.</summary>
    public static IResourceBuilder<ExecutableResource> AddServer(this DistributedApplicationBuilder builder, string name) =>
        builder.AddExecutable(
                name, "node", Path.GetTempPath(), "-e",
                "require('http').createServer((q, r) => r.end('hello')).listen(process.env.PORT, 'localhost')")
            .WithHttpEndpoint(env: "PORT")
            .WithHttpHealthCheck("/");

    public static async Task<DistributedApplication> StartAsync(this DistributedApplicationBuilder builder)
    {
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
