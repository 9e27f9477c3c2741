using System.Globalization;
using System.Runtime.InteropServices;
using FlowConfigs.LambdaEmulator;

// PORT is the port to listen on, and FUNCTIONS lists the functions, separated by commas.
if (!int.TryParse(Environment.GetEnvironmentVariable("PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
{
    Console.Error.WriteLine("PORT must be the port to listen on, such as PORT=5050");
    return 1;
}

var functions = (Environment.GetEnvironmentVariable("FUNCTIONS") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
await using var emulator = new Emulator(TimeProvider.System) { Log = (function, line) => Console.WriteLine($"{function}: {line}") };
foreach (var function in functions)
    emulator.AddFunction(function);

var ended = new TaskCompletionSource();
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
try
{
    await emulator.StartAsync("127.0.0.1", port, CancellationToken.None);
}
catch (IOException problem)
{
    Console.Error.WriteLine($"The Lambda emulator cannot listen on port {port}: {problem.Message}");
    return 1;
}

Console.WriteLine($"Lambda's APIs for {string.Join(", ", functions)} are at http://localhost:{emulator.Port}");
await ended.Task;
return 0;

void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ended.TrySetResult();
}
