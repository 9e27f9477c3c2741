using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>A system in memory that a test moves by hand.</summary>
internal sealed class DashboardBoard(params ResourceView[] resources) : IResourceBoard
{
    private readonly Lock gate = new();
    private readonly List<ResourceView> resources = [.. resources];
    private readonly List<(string Resource, ConsoleLine Line)> lines = [];
    private readonly List<ChannelWriter<ResourceView>> watchers = [];
    private readonly List<(string Resource, ChannelWriter<ConsoleLine> Lines)> readers = [];
    private long lastNumber;

    /// <summary>What each command does; the key is resource/command.</summary>
    public Dictionary<string, Func<ExecuteCommandResult>> Commands { get; } = [];

    public IReadOnlyList<ResourceView> Resources
    {
        get
        {
            lock (gate)
                return [.. resources];
        }
    }

    public int Watchers
    {
        get
        {
            lock (gate)
                return watchers.Count + readers.Count;
        }
    }

    public void Change(string name, Func<ResourceView, ResourceView> change)
    {
        lock (gate)
        {
            var at = resources.FindIndex(resource => resource.Name == name);
            resources[at] = change(resources[at]);
            foreach (var watcher in watchers)
                watcher.TryWrite(resources[at]);
        }
    }

    public void Write(string resource, string text, bool isError = false)
    {
        lock (gate)
        {
            var line = new ConsoleLine(++lastNumber, TimeProvider.System.GetUtcNow(), isError, text);
            lines.Add((resource, line));
            foreach (var reader in readers.Where(reader => reader.Resource == resource))
                reader.Lines.TryWrite(line);
        }
    }

    public async IAsyncEnumerable<ResourceView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateUnbounded<ResourceView>();
        lock (gate)
        {
            resources.ForEach(resource => changes.Writer.TryWrite(resource));
            watchers.Add(changes.Writer);
        }

        try
        {
            await foreach (var resource in changes.Reader.ReadAllAsync(cancellationToken))
                yield return resource;
        }
        finally
        {
            lock (gate)
                watchers.Remove(changes.Writer);
        }
    }

    public async IAsyncEnumerable<ConsoleLine> ConsoleAsync(string resource, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = Channel.CreateUnbounded<ConsoleLine>();
        lock (gate)
        {
            foreach (var (_, line) in lines.Where(kept => kept.Resource == resource))
                written.Writer.TryWrite(line);
            readers.Add((resource, written.Writer));
        }

        try
        {
            await foreach (var line in written.Reader.ReadAllAsync(cancellationToken))
                yield return line;
        }
        finally
        {
            lock (gate)
                readers.Remove((resource, written.Writer));
        }
    }

    public Task<ExecuteCommandResult> ExecuteAsync(string resource, string command, CancellationToken cancellationToken) =>
        Commands.TryGetValue($"{resource}/{command}", out var run) ? Task.FromResult(run()) : throw new KeyNotFoundException(command);
}
