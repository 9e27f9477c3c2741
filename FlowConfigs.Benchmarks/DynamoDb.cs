using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;
using FlowConfigs.Hosting.AWS.DynamoDB;

namespace FlowConfigs.Benchmarks;

/// <summary>A DynamoDB Local in memory, with our table, for one benchmark.</summary>
internal sealed class DynamoDb : IDisposable
{
    public const string Table = "flow-configs";

    private readonly Process process;

    private DynamoDb(Process process, int port)
    {
        this.process = process;
        Url = $"http://127.0.0.1:{port}";
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = Url, AuthenticationRegion = "us-east-1" });
    }

    public string Url { get; }

    public IAmazonDynamoDB Client { get; }

    public ConfigLookup Lookup => new(new DynamoTable(Client, Table));

    public ConfigStore Configs => new(new(Client, Table), TimeProvider.System);

    public static async Task<DynamoDb> StartAsync(CancellationToken cancellationToken)
    {
        var folder = await DynamoDbLocalInstall.Default().FolderAsync(Console.Error.WriteLine, cancellationToken);
        var port = FreePort();
        var arguments = DynamoDbLocalProgram.Arguments("1g", port, "-sharedDb", "-disableTelemetry", "-inMemory");
        var process = Process.Start(new ProcessStartInfo("java", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var dynamo = new DynamoDb(process, port);
        while (true)
        {
            try
            {
                await FlowConfigsTable.EnsureAsync(dynamo.Client, Table, cancellationToken);
                return dynamo;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
