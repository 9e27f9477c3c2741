using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using FlowConfigs.Hosting.Running;

namespace FlowConfigs.Tests.Hosting;

public sealed class PreflightTests
{
    private readonly IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();

    [Fact]
    public async Task A_taken_port_is_named_with_its_resource_and_a_remedy()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        builder.AddExecutable("api", "bash", "/").WithHttpEndpoint(port);

        Assert.Equal(
            $"Port {port} (api) is taken by another program: stop that program, or start with --port-offset 100", await ProblemAsync());
    }

    [Fact]
    public async Task A_port_that_is_given_twice_is_named_with_both_resources()
    {
        builder.AddExecutable("api", "bash", "/").WithHttpEndpoint(21_950);
        builder.AddExecutable("web", "bash", "/").WithHttpEndpoint(21_950, isProxied: false);

        Assert.Equal("Port 21950 is given to api and web: give one of them another port", await ProblemAsync());
    }

    [Fact]
    public async Task A_taken_port_of_the_dashboard_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{port}";

        Assert.StartsWith($"Port {port} (dashboard) is taken", await ProblemAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_random_ports_no_port_is_checked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        builder.Configuration["DcpPublisher:RandomizePorts"] = "true";
        builder.AddExecutable("api", "bash", "/").WithHttpEndpoint(((IPEndPoint)listener.LocalEndpoint).Port);

        Assert.Equal("", await ProblemAsync());
    }

    [Fact]
    public async Task A_missing_program_is_named_with_its_source()
    {
        builder.AddExecutable("tool", "no-such-program", "/").WithRequiredCommand("no-such-program", "https://example.com");

        Assert.Equal("no-such-program was not found: install it (https://example.com)", await ProblemAsync());
    }

    [Fact]
    public async Task A_folder_without_package_json_is_named()
    {
        var empty = Directory.CreateTempSubdirectory().FullName;
        builder.AddNodeApp("web", empty, "main.mjs");

        Assert.Equal($"web: {empty} has no package.json: check the path in AppHost.cs", await ProblemAsync());
        Directory.Delete(empty);
    }

    private async Task<string> ProblemAsync()
    {
        try
        {
            await Preflight.CheckAsync([.. builder.Resources], builder.Configuration, TestContext.Current.CancellationToken);
            return "";
        }
        catch (DistributedApplicationException problem)
        {
            return problem.Message;
        }
    }
}
