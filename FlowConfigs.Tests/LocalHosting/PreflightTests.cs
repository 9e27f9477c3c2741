using System.Net;
using System.Net.Sockets;
using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class PreflightTests
{
    private readonly DistributedApplicationBuilder builder = SmallSystem.New();

    [Fact]
    public async Task Taken_port_is_named_with_its_owner_and_a_way_out()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var problem = Assert.Single(await ProblemsAsync((port, "api")));

        Assert.Equal($"Port {port} (api) is taken by another program: stop it, or start with --port-offset 100", problem);
    }

    [Fact]
    public async Task Port_given_twice_and_port_that_does_not_exist_are_told()
    {
        var problems = await ProblemsAsync((21_950, "api"), (21_950, "web"), (70_000, "dynamodb"));

        Assert.Equal(
            [
                "Port 21950 is given to api and web: give one of them another port",
                "Port 70000 (dynamodb) does not exist: ports go from 1 to 65535",
            ],
            problems);
    }

    [Fact]
    public async Task Missing_program_is_named()
    {
        builder.AddExecutable("tool", "no-such-program", "/");

        var problem = Assert.Single(await ProblemsAsync());

        Assert.Equal("tool: no-such-program was not found: install it, or add its folder to PATH", problem);
    }

    [Fact]
    public async Task Missing_folders_are_named()
    {
        var empty = Directory.CreateTempSubdirectory().FullName;
        builder.AddViteApp("web", empty);
        builder.AddExecutable("tool", "bash", "/no/such/folder");

        var problems = await ProblemsAsync();

        Assert.Equal(
            [
                $"web: {empty} has no package.json: check the path in AppHost.cs",
                "tool: the folder /no/such/folder is missing: check the path in AppHost.cs",
            ],
            problems);
        Directory.Delete(empty);
    }

    [Fact]
    public async Task Parameter_without_a_value_is_named()
    {
        builder.AddParameter("domain");

        var problem = Assert.Single(await ProblemsAsync());

        Assert.StartsWith("Parameter \"domain\" has no value: set it with --Parameters:domain=", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_started_when_something_is_missing()
    {
        var mark = Path.Combine(Path.GetTempPath(), $"started-{Guid.NewGuid():N}");
        builder.AddShell("first", $"touch {mark}");
        builder.AddExecutable("second", "no-such-program", "/");

        await Assert.ThrowsAsync<PreflightException>(builder.StartAsync);

        Assert.False(File.Exists(mark));
    }

    [Fact]
    public void Second_resource_of_a_name_is_refused()
    {
        builder.AddShell("api", "true");

        var problem = Assert.Throws<DistributedApplicationException>(() => builder.AddShell("API", "true"));

        Assert.Equal("There are two resources named \"API\": give one of them another name", problem.Message);
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(params (int Port, string Owner)[] ports)
    {
        try
        {
            await Preflight.CheckAsync([.. builder.Resources], ports, TestContext.Current.CancellationToken);
            return [];
        }
        catch (PreflightException problems)
        {
            return problems.Lines;
        }
    }
}
