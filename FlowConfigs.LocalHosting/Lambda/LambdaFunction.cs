namespace FlowConfigs.LocalHosting.Lambda;

/// <summary>One function: the invocations that wait, the processes that ask for work, and the invocations they are answering.</summary>
internal sealed class LambdaFunction(string name, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Invocation> queue = [];
    private readonly LinkedList<TaskCompletionSource<Invocation>> waiting = [];
    private readonly Dictionary<string, Invocation> running = new(StringComparer.Ordinal);
    private InvocationResult? initError;
    private DateTimeOffset lastSeen = DateTimeOffset.MinValue;
    private bool closed;

    public string Name { get; } = name;

    public required string Arn { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan StartLimit { get; init; }

    public required Action<string> Log { get; init; }

    /// <summary>Whether a process waits for an invocation, or is answering one whose time is not up.</summary>
    public bool IsAlive
    {
        get
        {
            lock (gate)
                return waiting.Count > 0 || running.Values.Any(invocation => invocation.Deadline > time.GetUtcNow());
        }
    }

    /// <summary>Gives the invocation to a process and waits for its answer.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken caller)
    {
        Enqueue(invocation);
        try
        {
            if (!await TakenInTimeAsync(invocation, caller))
            {
                Forget(invocation);
                return InvocationResult.NotRunning(Name, StartLimit);
            }

            var left = invocation.Deadline - time.GetUtcNow();
            return await invocation.Result.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, caller);
        }
        catch (TimeoutException)
        {
            Forget(invocation);
            Log($"RequestId: {invocation.Id} Task timed out after {Timeout.TotalSeconds:0.00} seconds");
            return InvocationResult.TimedOut(invocation.Id, Timeout);
        }
        catch (OperationCanceledException)
        {
            // the caller has gone: what no process has begun need not begin
            lock (gate)
                queue.Remove(invocation);
            throw;
        }
    }

    /// <summary>Waits for the next invocation; several processes may wait, and the longest waiting is served first.</summary>
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
        var invocation = await turn.Task;
        Log($"START RequestId: {invocation.Id} Version: $LATEST");
        return invocation;
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

    /// <summary>Hands a process's answer to the caller; false when nobody waits for it any more.</summary>
    public bool Complete(string id, InvocationResult result)
    {
        Invocation? invocation;
        lock (gate)
        {
            lastSeen = time.GetUtcNow();
            if (!running.Remove(id, out invocation))
                return false;
        }

        var took = time.GetElapsedTime(invocation.StartedAt);
        Log($"REPORT RequestId: {id} Duration: {took.TotalMilliseconds:0.00} ms{(result.IsError ? " (function error)" : "")}");
        return invocation.TryComplete(result);
    }

    /// <summary>Fails what waits, or else the next invocation, with the reason why a process could not start.</summary>
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

    /// <summary>Fails the invocations that were with a process which has ended.</summary>
    public void Exited(int exitCode)
    {
        foreach (var invocation in TakeAll(withQueue: false))
            invocation.TryComplete(InvocationResult.Exited(invocation.Id, exitCode));
    }

    /// <summary>Lets nobody wait any longer.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var turn in waiting)
                turn.TrySetCanceled();
            waiting.Clear();
        }

        foreach (var invocation in TakeAll(withQueue: true))
            invocation.TryComplete(InvocationResult.Stopped(invocation.Id));
    }

    private void Enqueue(Invocation invocation)
    {
        lock (gate)
        {
            if (initError is { } error)
            {
                initError = null;
                invocation.TryComplete(error);
                return;
            }

            if (closed)
            {
                invocation.TryComplete(InvocationResult.Stopped(invocation.Id));
                return;
            }

            queue.AddLast(invocation);
            Match();
        }
    }

    // Under the lock: gives what waits to who waits.
    private void Match()
    {
        while (queue.First is { } invocation && waiting.First is { } turn)
        {
            queue.RemoveFirst();
            waiting.RemoveFirst();
            invocation.Value.Take(time.GetUtcNow() + Timeout, time.GetTimestamp());
            running[invocation.Value.Id] = invocation.Value;
            turn.Value.TrySetResult(invocation.Value);
        }
    }

    private Invocation[] TakeAll(bool withQueue)
    {
        lock (gate)
        {
            List<Invocation> taken = [.. running.Values];
            running.Clear();
            if (withQueue)
            {
                taken.AddRange(queue);
                queue.Clear();
            }

            return [.. taken];
        }
    }

    // A process that lives, or that has lived within the limit, gives the invocation more time.
    private async Task<bool> TakenInTimeAsync(Invocation invocation, CancellationToken caller)
    {
        var since = time.GetUtcNow();
        while (true)
        {
            try
            {
                var left = since + StartLimit - time.GetUtcNow();
                await Task.WhenAny(invocation.WhenTaken, invocation.Result).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, caller);
                return true;
            }
            catch (TimeoutException)
            {
                var seen = LastSeen();
                if (seen <= since)
                    return false;
                since = seen;
            }
        }
    }

    private DateTimeOffset LastSeen()
    {
        lock (gate)
            return IsAlive ? time.GetUtcNow() : lastSeen;
    }

    private void Forget(Invocation invocation)
    {
        lock (gate)
        {
            queue.Remove(invocation);
            running.Remove(invocation.Id);
        }
    }
}
