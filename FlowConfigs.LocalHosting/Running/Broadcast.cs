using System.Runtime.CompilerServices;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>Wakes everyone who waits for a change. Take <see cref="Next"/> first, look at the state, then await it.</summary>
internal sealed class Broadcast
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() =>
        Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Yields after changes; several that come before the next look are one.</summary>
    public async IAsyncEnumerable<object?> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var change = Next; ;)
        {
            await change.WaitAsync(cancellationToken);
            // Before anybody looks: a change that comes meanwhile is not missed.
            change = Next;
            yield return null;
        }
    }
}
