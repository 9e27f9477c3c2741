using FlowConfigs.Benchmarks;

// The floor of the handler benchmark is a function of its own, which the benchmark starts.
if (args is ["--floor"])
    return await Floor.RunAsync();

if (args is [VanityBenchmark.LoadArgument])
    return VanityBenchmark.LoadOnce();

var benchmarks = new Dictionary<string, Func<Report, CancellationToken, Task>>
{
    ["handler"] = HandlerBenchmark.RunAsync,
    ["switch"] = SwitchBenchmark.RunAsync,
    ["memory"] = MemoryBenchmark.RunAsync,
    ["offices"] = OfficesBenchmark.RunAsync,
    ["api"] = ApiBenchmark.RunAsync,
    ["lookup"] = ListLookupBenchmark.RunAsync,
    ["office-calendar"] = OfficeCalendarBenchmark.RunAsync,
    ["search"] = SearchBenchmark.RunAsync,
    ["pages"] = PagesBenchmark.RunAsync,
    ["apphost"] = AppHostBenchmark.RunAsync,
    ["vanity"] = VanityBenchmark.RunAsync,
    ["telemetry"] = TelemetryBenchmark.RunAsync,
};
if (args is not [var name] || !benchmarks.TryGetValue(name, out var benchmark))
{
    Console.Error.WriteLine($"Say which: {string.Join(", ", benchmarks.Keys)}, such as");
    Console.Error.WriteLine("dotnet run -c Release --project FlowConfigs.Benchmarks -- handler");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var report = new Report(name);
await benchmark(report, stop.Token);
report.Write();
return 0;
