namespace FlowConfigs.LocalHosting.Running;

/// <summary>Wakes everyone who waits for a change. Take <see cref="Next"/> first, look at the state, then await it.</summary>
internal sealed class Broadcast
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() =>
        Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
