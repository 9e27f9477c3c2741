using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.LambdaEmulator;

/// <summary>One event on its way to a function and its answer on the way back.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload, string arn, string traceHeader)
{
    private readonly TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>The function's ARN with the qualifier of the caller.</summary>
    public string Arn { get; } = arn;

    /// <summary>X-Ray's tracing header.</summary>
    public string TraceHeader { get; } = traceHeader;

    /// <summary>When the function's time is up; set when a process takes the invocation.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>The timestamp at which a process took it.</summary>
    public long StartedAt { get; private set; }

    public Task WhenTaken => taken.Task;

    public Task<InvocationResult> Result => result.Task;

    public void Take(DateTimeOffset deadline, long timestamp)
    {
        Deadline = deadline;
        StartedAt = timestamp;
        taken.TrySetResult();
    }

    public bool TryComplete(InvocationResult value) => result.TrySetResult(value);
}

/// <summary>What a function answered, or what became of it instead.</summary>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Body, bool IsError)
{
    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html</summary>
    public static InvocationResult TimedOut(string id, TimeSpan timeout) => Error(
        "Sandbox.Timedout",
        string.Create(CultureInfo.InvariantCulture, $"RequestId: {id} Error: Task timed out after {timeout.TotalSeconds:0.00} seconds"));

    public static InvocationResult Exited(string id, int exitCode) => Error(
        "Runtime.ExitError", $"RequestId: {id} Error: Runtime exited with error: exit status {exitCode}");

    public static InvocationResult Stopped(string id) => Error("Runtime.Stopped", $"RequestId: {id} Error: The emulator has been stopped");

    /// <summary>There is no such answer on AWS, which starts processes itself.</summary>
    public static InvocationResult NotRunning(string function, TimeSpan limit) => Error(
        "Runtime.NotRunning",
        string.Create(CultureInfo.InvariantCulture, $"No process of {function} asked for work within {limit.TotalSeconds:0.#} s: ")
            + "it has not started, or it has stopped. See its console log.");

    private static InvocationResult Error(string type, string message) => new(
        JsonSerializer.SerializeToUtf8Bytes(new FunctionError(type, message), EmulatorJson.Default.FunctionError), IsError: true);
}

/// <summary>A function error as callers see it.</summary>
internal sealed record FunctionError(string ErrorType, string ErrorMessage);

/// <summary>An error of the invoke API itself.</summary>
internal sealed record InvokeError(
    [property: JsonPropertyName("Type")] string Fault,
    [property: JsonPropertyName("Message")] string Message);

/// <summary>What the Runtime API answers to a function's process.</summary>
internal sealed record RuntimeStatus(string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FunctionError))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(RuntimeStatus))]
internal sealed partial class EmulatorJson : JsonSerializerContext;
