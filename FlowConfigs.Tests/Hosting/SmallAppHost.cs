using Aspire.Hosting;

namespace FlowConfigs.Tests.Hosting;

/// <summary>An AppHost of a test's own: real Aspire without a dashboard, and without anything of AppHost.cs.</summary>
internal static class SmallAppHost
{
    public static IDistributedApplicationBuilder New() => DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        // Its metadata tells where Aspire's orchestrator is.
        AssemblyName = "FlowConfigs.AppHost",
        DisableDashboard = true,
        // No program listens on port 1: what resources send there is lost.
        Args = ["--DcpPublisher:RandomizePorts=true", "--ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL=http://localhost:1"],
    });
}
