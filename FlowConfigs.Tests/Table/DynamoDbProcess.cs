using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FlowConfigs.Hosting.AWS.DynamoDB;
using FlowConfigs.Tests.AppHost;

namespace FlowConfigs.Tests.Table;

/// <summary>A DynamoDB Local of a test's own, which keeps its data in a folder and can be killed and started again.</summary>
public sealed class DynamoDbProcess : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("flow-configs-dynamodb-");
    private readonly int port = FreePort();
    private Process? process;

    public DynamoDbProcess() => Client = new AmazonDynamoDBClient(
        new BasicAWSCredentials("local", "local"),
        new AmazonDynamoDBConfig { ServiceURL = Url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    public IAmazonDynamoDB Client { get; }

    public string Url => $"http://127.0.0.1:{port}";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = await DynamoDbLocalInstall.Default().FolderAsync(_ => { }, cancellationToken);
        var arguments = DynamoDbLocalProgram.Arguments("512m", port, "-sharedDb", "-disableTelemetry", "-dbPath", data.FullName);
        process = Process.Start(new ProcessStartInfo("java", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (!await AnswersAsync(cancellationToken))
            await Task.Delay(100, cancellationToken);
    }

    public async Task KillAsync()
    {
        Processes.Kill(process!.Id);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Client.Dispose();
        data.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        Assert.False(process!.HasExited, "DynamoDB Local has ended.");
        try
        {
            await Client.ListTablesAsync(cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
