using FlowConfigs.LocalHosting.Lambda;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The Lambda emulator as a resource: it runs in the AppHost, so it has no process to start.</summary>
internal sealed class EmulatorInProcess(IReadOnlyList<string> functions, TimeProvider time)
{
    private LambdaEmulator? emulator;

    public async Task<IRunning> StartAsync(int port, Action<bool, string> output, CancellationToken cancellationToken)
    {
        var starting = new LambdaEmulator(time) { Log = (function, line) => output(false, $"{function}: {line}") };
        foreach (var function in functions)
            starting.AddFunction(function);

        await starting.StartAsync("127.0.0.1", port, cancellationToken);
        emulator = starting;
        return new Running(starting);
    }

    public bool AsksForEvents(string function) => emulator?.IsWaiting(function) ?? false;

    public void FunctionExited(string function, int exitCode) => emulator?.FunctionExited(function, exitCode);

    private sealed class Running(LambdaEmulator emulator) : IRunning
    {
        private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int? ProcessId => null;

        public Task<int> Exited => exited.Task;

        public async Task StopAsync()
        {
            await emulator.DisposeAsync();
            exited.TrySetResult(0);
        }
    }
}
