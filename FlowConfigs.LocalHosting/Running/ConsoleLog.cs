using System.Runtime.CompilerServices;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>The last lines that a resource wrote, and the lines to come.</summary>
internal sealed class ConsoleLog(TimeProvider time)
{
    /// <summary>The lines kept of one resource.</summary>
    public const int Capacity = 5_000;

    private readonly Queue<ConsoleLine> lines = [];
    private readonly Broadcast changed = new();
    private readonly Lock gate = new();
    private long count;

    public void Write(bool isError, string text)
    {
        lock (gate)
        {
            if (lines.Count == Capacity)
                lines.Dequeue();

            lines.Enqueue(new ConsoleLine(++count, time.GetUtcNow(), isError, text));
        }

        changed.Raise();
    }

    public IReadOnlyList<string> Last(int number)
    {
        lock (gate)
            return [.. lines.TakeLast(number).Select(line => line.Text)];
    }

    public IReadOnlyList<string> First(string beginning, int number)
    {
        lock (gate)
            return [.. lines.Select(line => line.Text).Where(text => text.StartsWith(beginning, StringComparison.Ordinal)).Take(number)];
    }

    /// <summary>Yields the kept lines and follows; a reader that falls behind by more than is kept misses lines.</summary>
    public async IAsyncEnumerable<ConsoleLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long read = 0;
        while (true)
        {
            var more = changed.Next;
            foreach (var line in After(read))
            {
                read = line.Number;
                yield return line;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    private ConsoleLine[] After(long number)
    {
        lock (gate)
        {
            var first = lines.TryPeek(out var oldest) ? oldest.Number : 0;
            return [.. lines.Skip((int)Math.Max(0, number + 1 - first))];
        }
    }
}
