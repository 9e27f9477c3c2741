namespace FlowConfigs.LambdaEmulator;

/// <summary>
/// What one function's callers and processes wait for: invocations in the order in which they came, processes in the order in which they
/// asked, and the invocations that a process has taken.
/// </summary>
internal sealed class InvocationQueue(TimeProvider time, TimeSpan timeout)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Invocation> queue = [];
    private readonly LinkedList<TaskCompletionSource<Invocation>> waiting = [];
    private readonly Dictionary<string, Invocation> running = new(StringComparer.Ordinal);
    private InvocationResult? initError;
    private DateTimeOffset lastSeen = DateTimeOffset.MinValue;
    private bool closed;

    /// <summary>Whether a process waits for an invocation, or is answering one whose time is not up.</summary>
    public bool IsAlive
    {
        get
        {
            lock (gate)
                return waiting.Count > 0 || running.Values.Any(invocation => invocation.Deadline > time.GetUtcNow());
        }
    }

    /// <summary>When a process last gave a sign of life.</summary>
    public DateTimeOffset LastSeen
    {
        get
        {
            lock (gate)
                return IsAlive ? time.GetUtcNow() : lastSeen;
        }
    }

    public void Add(Invocation invocation)
    {
        lock (gate)
        {
            if (closed || initError is not null)
            {
                invocation.TryComplete(initError ?? InvocationResult.Stopped(invocation.Id));
                initError = null;
                return;
            }

            queue.AddLast(invocation);
            Match();
        }
    }

    /// <summary>Waits for the next invocation.</summary>
    /// <exception cref="OperationCanceledException">The process has gone, or the emulator has been stopped.</exception>
    public async Task<Invocation> NextAsync(CancellationToken process)
    {
        var turn = new TaskCompletionSource<Invocation>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (closed)
                throw new OperationCanceledException("The emulator has been stopped.");
            initError = null;
            lastSeen = time.GetUtcNow();
            waiting.AddLast(turn);
            Match();
        }

        await using var gone = process.Register(() =>
        {
            lock (gate)
            {
                // false: an invocation came at the same moment, and the caller gives it back when it cannot deliver it
                if (waiting.Remove(turn))
                    turn.TrySetCanceled(process);
            }
        });
        return await turn.Task;
    }

    /// <summary>Takes back an invocation whose process went away before it had it.</summary>
    public void GiveBack(Invocation invocation)
    {
        lock (gate)
        {
            if (!running.Remove(invocation.Id))
                return;
            queue.AddFirst(invocation);
            Match();
        }
    }

    /// <summary>The invocation that a process has answered; null when its time was up, or it never was.</summary>
    public Invocation? End(string id)
    {
        lock (gate)
        {
            lastSeen = time.GetUtcNow();
            return running.Remove(id, out var invocation) ? invocation : null;
        }
    }

    /// <summary>Takes an invocation out that no process need begin any more.</summary>
    public void RemoveWaiting(Invocation invocation)
    {
        lock (gate)
            queue.Remove(invocation);
    }

    /// <summary>Removes an invocation whose caller no longer waits for the answer.</summary>
    public void Remove(Invocation invocation)
    {
        lock (gate)
        {
            queue.Remove(invocation);
            running.Remove(invocation.Id);
        }
    }

    /// <summary>Fails what waits, or else the next invocation.</summary>
    public void FailInit(InvocationResult error)
    {
        lock (gate)
        {
            initError = queue.Count == 0 ? error : null;
            foreach (var invocation in queue)
                invocation.TryComplete(error);
            queue.Clear();
        }
    }

    /// <summary>Fails what processes have taken.</summary>
    public void FailRunning(Func<Invocation, InvocationResult> result)
    {
        lock (gate)
        {
            foreach (var invocation in running.Values)
                invocation.TryComplete(result(invocation));
            running.Clear();
        }
    }

    /// <summary>Ends all waits: of the processes for invocations, and of the callers for answers.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var turn in waiting)
                turn.TrySetCanceled();
            waiting.Clear();
            foreach (var invocation in queue)
                invocation.TryComplete(InvocationResult.Stopped(invocation.Id));
            queue.Clear();
        }

        FailRunning(invocation => InvocationResult.Stopped(invocation.Id));
    }

    // Under the lock: gives what waits to who waits.
    private void Match()
    {
        while (queue.First is { } invocation && waiting.First is { } turn)
        {
            queue.RemoveFirst();
            waiting.RemoveFirst();
            invocation.Value.Take(time.GetUtcNow() + timeout, time.GetTimestamp());
            running[invocation.Value.Id] = invocation.Value;
            turn.Value.TrySetResult(invocation.Value);
        }
    }
}
