using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>The program as Lambda starts it: a process with an environment, and nothing else; behind an emulator of its own.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private const string Function = "get-config";

    private readonly Emulator emulator = new(TimeProvider.System);
    private readonly HttpClient http = new();

    private readonly string? published;

    private HandlerProcess(string? published)
    {
        this.published = published;
        emulator.AddFunction(Function);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Process? Program { get; private set; }

    /// <param name="published">A program that was published; null for the development build.</param>
    public static async Task<HandlerProcess> WithoutProgramAsync(string? published = null)
    {
        var handler = new HandlerProcess(published);
        await handler.emulator.StartAsync("127.0.0.1", 0, Cancelled);
        handler.http.BaseAddress = new($"http://127.0.0.1:{handler.emulator.Port}");
        return handler;
    }

    public Process Start(string name = "getConfig", bool inLambda = true, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = published is null ? new ProcessStartInfo("dotnet", [Repository.Built("FlowConfigs.ConnectHandler")]) : new(published);
        start.RedirectStandardOutput = true;
        start.Environment["_HANDLER"] = name;
        start.Environment["AWS_REGION"] = "us-east-1";
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;
        if (inLambda)
            start.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{Function}";
        return Program = Process.Start(start)!;
    }

    /// <summary>Starts it with a table, and returns when it waits for its first invocation; what it writes is thrown away.</summary>
    public async Task StartAsync(string dynamoUrl, string table)
    {
        var program = Start(environment: [("AWS_ENDPOINT_URL_DYNAMODB", dynamoUrl), ("FLOWCONFIGS_TABLE", table)]);
        program.OutputDataReceived += (_, _) => { };
        program.BeginOutputReadLine();
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        while (!emulator.IsWaiting(Function))
        {
            Assert.False(Program!.HasExited, "The program ended before it waited for an invocation.");
            await Task.Delay(50, Cancelled);
        }
    }

    public async Task KillAsync()
    {
        Program!.Kill();
        await Program.WaitForExitAsync(Cancelled);
        emulator.FunctionExited(Function, Program.ExitCode);
        Program.Dispose();
        Program = null;
    }

    /// <summary>Invokes the function.</summary>
    public async Task<(bool IsError, string Answer)> InvokeAsync(string payload)
    {
        using var body = new StringContent(payload, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"/2015-03-31/functions/{Function}/invocations", body, Cancelled);
        return (response.Headers.Contains("X-Amz-Function-Error"), await response.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>Asks for a config.</summary>
    public async Task<JsonObject> AskAsync(string id)
    {
        var (isError, answer) = await InvokeAsync($$"""{ "Details": { "Parameters": { "id": "{{id}}" } } }""");
        Assert.False(isError, answer);
        return JsonNode.Parse(answer)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        if (Program is { HasExited: false })
            await KillAsync();
        Program?.Dispose();
        http.Dispose();
        await emulator.DisposeAsync();
    }
}
