using System.Text.Json.Nodes;
using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.Publishing;

/// <summary>moto, a local mock of AWS that an ops folder calls, with what a script adds to it: pip install moto[server].</summary>
internal sealed class MockedAws : IAsyncDisposable
{
    private readonly OpsFolder folder;
    private readonly RunningProgram moto;
    private readonly HttpClient http;

    private MockedAws(OpsFolder folder, RunningProgram moto, HttpClient http) => (this.folder, this.moto, this.http) = (folder, moto, http);

    public static void SkipWithoutMoto() => Assert.SkipWhen(
        Programs.Find("moto_server") is null, "moto is not installed (pip install moto[server]); it mocks CloudFormation and SSM");

    /// <summary>Starts it for an account, and has the folder's ops call it with an AWS CLI.</summary>
    public static async Task<MockedAws> StartAsync(OpsFolder folder, string aws, string script, string account)
    {
        folder.Set("ACCOUNT_ID", account);
        folder.Environment.Remove("BASH_ENV");
        File.CreateSymbolicLink(Path.Combine(folder.Root, "bin", "aws"), aws);
        var port = DynamoDbProcess.FreePort();
        folder.Environment["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{port}";
        var moto = new RunningProgram(
            new ProcessCommand("python3", [Repository.Path($"FlowConfigs.Tests/Publishing/{script}"), $"{port}"], folder.Root)
            {
                Environment = new Dictionary<string, string?>
                {
                    ["MOTO_ACCOUNT_ID"] = account,
                    // Certificates are issued at once.
                    ["MOTO_ACM_VALIDATION_WAIT"] = "0",
                    ["PYTHONDONTWRITEBYTECODE"] = "1",
                },
            });
        var mock = new MockedAws(folder, moto, new() { BaseAddress = new($"http://127.0.0.1:{port}") });
        while (!moto.Exited.IsCompleted)
        {
            try
            {
                await mock.http.GetAsync("/moto-api/", TestContext.Current.CancellationToken);
                return mock;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException($"moto does not start with this python3: {string.Join('\n', moto.Lines)}");
    }

    /// <summary>Calls the AWS CLI in a Region, and returns what it writes.</summary>
    public async Task<string> CallAsync(string region, params string[] arguments)
    {
        var call = new ProcessCommand(
            Path.Combine(folder.Root, "bin", "aws"),
            ["--region", region, "--endpoint-url", folder.Environment["AWS_ENDPOINT_URL"], .. arguments], folder.Root)
        {
            Environment = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" },
        };
        var (exitCode, output) = await Programs.RunAsync(call, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>The same; the answer's JSON, or what a query takes from it.</summary>
    public async Task<JsonNode?> AskAsync(string region, params string[] arguments) =>
        JsonNode.Parse(await CallAsync(region, [.. arguments, "--output", "json"]));

    /// <summary>Asks the script itself.</summary>
    public async Task<string> GetAsync(string path) => await http.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Tells the script something.</summary>
    public async Task PostAsync(string path) =>
        (await http.PostAsync(path, null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await moto.DisposeAsync();
    }
}
