namespace FlowConfigs.LambdaEmulator;

/// <summary>One function, with the limits that hold for its invocations.</summary>
internal sealed class LambdaFunction(string name, string arn, TimeSpan timeout, TimeSpan startLimit, TimeProvider time)
{
    private readonly InvocationQueue queue = new(time, timeout);

    /// <summary>The ARN without a qualifier.</summary>
    public string Arn => arn;

    public required Action<string> Log { get; init; }

    /// <inheritdoc cref="InvocationQueue.IsAlive"/>
    public bool IsAlive => queue.IsAlive;

    /// <summary>Gives the invocation to a process and waits for its answer.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken caller)
    {
        queue.Add(invocation);
        try
        {
            if (!await TakenInTimeAsync(invocation, caller))
            {
                queue.Remove(invocation);
                return InvocationResult.NotRunning(name, startLimit);
            }

            return await invocation.Result.WaitAsync(Left(invocation.Deadline), time, caller);
        }
        catch (TimeoutException)
        {
            queue.Remove(invocation);
            Log($"RequestId: {invocation.Id} Task timed out after {timeout.TotalSeconds:0.00} seconds");
            return InvocationResult.TimedOut(invocation.Id, timeout);
        }
        catch (OperationCanceledException)
        {
            // the caller has gone: what no process has begun need not begin
            queue.RemoveWaiting(invocation);
            throw;
        }
    }

    /// <summary>Waits for the next invocation; several processes may wait, and the longest waiting is served first.</summary>
    /// <exception cref="OperationCanceledException">The process has gone, or the emulator has been stopped.</exception>
    public async Task<Invocation> NextAsync(CancellationToken process)
    {
        var invocation = await queue.NextAsync(process);
        Log($"START RequestId: {invocation.Id} Version: $LATEST");
        return invocation;
    }

    /// <inheritdoc cref="InvocationQueue.GiveBack"/>
    public void GiveBack(Invocation invocation) => queue.GiveBack(invocation);

    /// <summary>Hands a process's answer to the caller; false when the caller no longer waits for it.</summary>
    public bool Complete(string id, InvocationResult result)
    {
        if (queue.End(id) is not { } invocation)
            return false;
        var took = time.GetElapsedTime(invocation.StartedAt);
        Log($"REPORT RequestId: {id} Duration: {took.TotalMilliseconds:0.00} ms{(result.IsError ? " (function error)" : "")}");
        return invocation.TryComplete(result);
    }

    /// <summary>Fails what waits, or else the next invocation, with the reason why a process could not start.</summary>
    public void FailInit(InvocationResult error)
    {
        Log("The function's process could not start; its callers get its error.");
        queue.FailInit(error);
    }

    /// <summary>Fails the invocations that were with a process which has ended.</summary>
    public void Exited(int exitCode) => queue.FailRunning(invocation => InvocationResult.Exited(invocation.Id, exitCode));

    /// <inheritdoc cref="InvocationQueue.Close"/>
    public void Close() => queue.Close();

    // A process that lives, or that has lived within the limit, gives the invocation more time.
    private async Task<bool> TakenInTimeAsync(Invocation invocation, CancellationToken caller)
    {
        var since = time.GetUtcNow();
        while (true)
        {
            try
            {
                await Task.WhenAny(invocation.WhenTaken, invocation.Result).WaitAsync(Left(since + startLimit), time, caller);
                return true;
            }
            catch (TimeoutException)
            {
                var seen = queue.LastSeen;
                if (seen <= since)
                    return false;
                since = seen;
            }
        }
    }

    private TimeSpan Left(DateTimeOffset until)
    {
        var left = until - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
