using System.Text.Json.Nodes;
using FlowConfigs.AppHost;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.AppHost;
using FlowConfigs.Tests.Browser;
using FlowConfigs.Tests.Publishing;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.Tests;

/// <summary>
/// A reader follows docs/tutorial.md: its commands run in their order, and print what the page says. What the reader does on a screen, the
/// API does here; the screens have tests of their own.
/// </summary>
[Nightly("Each command of the tutorial runs.")]
public sealed class TutorialCommandsTests : IAsyncLifetime
{
    // A command of any other program fails the test: it has to be told whether the program can run here.
    private static readonly string[] Known = ["dotnet", "curl", "sed", "cp", "cat", "aws", "out/ops"];

    private readonly AppHostProcess appHost = AppHostProcess.Start();
    private readonly OpsFolder published = new();
    private readonly string start = Directory.CreateTempSubdirectory("flow-configs-tutorial-").FullName;
    private readonly HttpClient api = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The reader's folder is the repository with "out" in it.
        Directory.CreateSymbolicLink(Path.Combine(start, "FlowConfigs.AppHost"), Repository.Path("FlowConfigs.AppHost"));
        Directory.CreateSymbolicLink(Path.Combine(start, "out"), published.Root);
        await appHost.HealthyAsync();
        using var signIn = new SignIn(appHost.Cognito);
        api.BaseAddress = appHost.Api;
        api.DefaultRequestHeaders.Authorization = new("Bearer", await signIn.AccessTokenAsync("admin"));
    }

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        await appHost.DisposeAsync();
        Directory.Delete(start, recursive: true);
        published.Dispose();
    }

    [Fact]
    public async Task Every_command_runs_and_prints_what_the_page_says()
    {
        Dictionary<string, Func<Task>> screens = new()
        {
            ["1. Start"] = NoScreen,
            ["2. Ask as a contact flow does"] = NoScreen,
            ["3. Close the queue"] = () => TurnOnClosedAsync("BasicQueue"),
            ["4. See the call change"] = NoScreen,
            ["5. Restore the first version"] = RestoreFirstVersionAsync,
            ["6. Let many offices inherit"] = () => TurnOnClosedAsync("field-office"),
            ["7. Look behind the answer"] = NoScreen,
            ["8. Stop"] = NoScreen,
            ["The same in AWS"] = NoScreen,
        };
        Assert.Equal(screens.Keys, Tutorial.Steps.Select(step => step.Heading));
        var aws = await OpsCli.FindAsync(OpsCli.Debians);
        foreach (var step in Tutorial.Steps)
        {
            await screens[step.Heading]();
            var printed = "";
            foreach (var command in step.Commands)
                printed += await RunAsync(command, aws);
            foreach (var expected in step.Printed)
                Assert.True(printed.Contains(expected, StringComparison.Ordinal), $"{step.Heading}: “{expected}” is not in: {printed}");
        }
    }

    /// <summary>Every difference between a command on the page and the command here.</summary>
    private string Here(string command, string aws) => command
        .Replace("http://localhost:5050", appHost.Emulator.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        .Replace("aws --region us-east-1 ", $"{aws} --region us-east-1 --endpoint-url {appHost.Emulator} ", StringComparison.Ordinal)
        .Replace("flow-configs-dev-get-config:live", "get-config", StringComparison.Ordinal);

    /// <summary>Runs a command and returns everything that it has written.</summary>
    private async Task<string> RunAsync(string command, string aws)
    {
        var program = command.Split(' ')[0];
        Assert.True(Known.Contains(program), $"The test does not know this command of the page: {command}");
        if (program == "dotnet")
            return AppHostPrinted(command);

        // ops finds a stand-in for AWS; the other programs are the machine's own.
        var environment = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" };
        if (program == "out/ops")
            environment = published.Environment.ToDictionary(variable => variable.Key, string? (variable) => variable.Value);
        var (exitCode, output) = await Programs.RunAsync(
            new("bash", ["-ec", Here(command, aws)], start) { Environment = environment }, Stop);
        Assert.True(exitCode == 0, $"{command}\n{output}");
        return output;
    }

    // The same program runs already, on ports of its own. Publishing takes minutes, and has tests of its own.
    private string AppHostPrinted(string command)
    {
        const string Program = "dotnet run --project FlowConfigs.AppHost";
        Assert.StartsWith(Program, command);
        string[] args = [.. command[Program.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(arg => arg != "--")];
        Assert.Null(AppHostOptions.Read(new ConfigurationBuilder().AddCommandLine(args).Build(), args).Problem);
        return args is [] ? string.Join('\n', appHost.Lines) : "";
    }

    private static Task NoScreen() => Task.CompletedTask;

    private Task TurnOnClosedAsync(string id) => new OwnConfigs(api).ChangeAsync(
        id, config => config["variables"]!.AsArray().Single(variable => (string)variable!["name"]! == "Closure")!["value"] = "true", "The alarm");

    private async Task RestoreFirstVersionAsync()
    {
        var body = new JsonObject { ["version"] = "1" }.ToJsonString();
        using var restored = await new ConfigsClient(api).Send(HttpMethod.Post, "/api/configs/BasicQueue/restore", body, "\"2\"");
        Assert.True(restored.IsSuccessStatusCode, await restored.Content.ReadAsStringAsync(Stop));
    }
}
