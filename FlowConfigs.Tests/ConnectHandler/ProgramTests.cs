using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting.Lambda;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>The program as Lambda starts it: a process with an environment, and nothing else.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private const string Function = "get-config";

    private readonly LambdaEmulator emulator = new(TimeProvider.System);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        emulator.AddFunction(Function);
        await emulator.StartAsync("127.0.0.1", 0, Cancelled);
    }

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Fact]
    public async Task A_handler_that_it_does_not_know_is_reported_to_whoever_invokes_it()
    {
        using var program = Start("noSuchHandler");
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(1, program.ExitCode);
        Assert.Contains("set it to getConfig", (string)(await InvokeAsync())["errorMessage"]!);
    }

    [Fact]
    public async Task It_ends_cleanly_when_Lambda_asks_it_to()
    {
        using var program = Start("getConfig");
        while (!emulator.IsWaiting(Function))
            await Task.Delay(50, Cancelled);
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task Outside_Lambda_it_says_so_and_ends()
    {
        using var program = Start("getConfig", inLambda: false);
        var output = program.StandardOutput.ReadToEndAsync(Cancelled);
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("AWS_LAMBDA_RUNTIME_API", await output);
    }

    private Process Start(string handler, bool inLambda = true)
    {
        var start = new ProcessStartInfo("dotnet", [new Projects.FlowConfigs_ConnectHandler().TargetPath]) { RedirectStandardOutput = true };
        start.Environment["_HANDLER"] = handler;
        start.Environment["AWS_REGION"] = "us-east-1";
        if (inLambda)
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{Function}";
        return Process.Start(start)!;
    }

    private async Task<JsonObject> InvokeAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{emulator.Port}") };
        using var response = await http.PostAsJsonAsync($"/2015-03-31/functions/{Function}/invocations", new { }, Cancelled);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!;
    }
}
