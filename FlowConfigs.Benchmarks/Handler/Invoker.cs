using System.Collections.Concurrent;
using System.Text;
using FlowConfigs.LambdaEmulator;

namespace FlowConfigs.Benchmarks;

/// <summary>Invokes functions through the emulator, one call at a time, over one kept connection.</summary>
internal sealed class Invoker(Emulator emulator) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new($"http://127.0.0.1:{emulator.Port}") };
    private readonly ConcurrentDictionary<string, byte[]> events = new();

    // They read the table, or not even that, and know no configs.
    private static readonly string[] Raw = ["raw", "emulator"];

    /// <exception cref="InvalidOperationException">The function failed: its times would be of something else.</exception>
    public async Task CallAsync(Contender contender, string id = HandlerData.Id)
    {
        var key = contender.Sent ?? id;
        if (!events.TryGetValue(key, out var connectEvent))
            events[key] = connectEvent = Encoding.UTF8.GetBytes(contender.Sent ?? HandlerData.Event(id));
        using var body = new ByteArrayContent(connectEvent);
        using var response = await http.PostAsync($"/2015-03-31/functions/{contender.Name}/invocations", body);
        var answer = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || response.Headers.Contains("X-Amz-Function-Error"))
            throw new InvalidOperationException($"{contender.Name} failed: {answer}");
        if (contender.Sent is null && !Raw.Contains(contender.Name.Split('-')[0]) && !answer.Contains("\"_found\":\"true\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"{contender.Name} answered something else: {answer}");
    }

    /// <summary>Tells the emulator that the program is gone, so that the next invocation waits for another.</summary>
    public void Exited(Contender contender) => emulator.FunctionExited(contender.Name, 0);

    public void Dispose() => http.Dispose();
}
