using System.Runtime.InteropServices;

namespace FlowConfigs.LocalHosting.Running;

/// <summary>
/// Fires the token at Ctrl+C, TERM, HUP and QUIT, and when the AppHost's parent is gone: `dotnet run` that was killed must not
/// leave its AppHost behind. A signal after the first second ends the AppHost at once, and the guards then end the rest; until then
/// they count as one, because a terminal or `timeout` sends the same signal to the group and to the process.
/// </summary>
internal sealed partial class StopSignals : IDisposable
{
    private static readonly TimeSpan ParentInterval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop;
    private readonly TimeProvider time;
    private readonly PosixSignalRegistration[] signals;
    private readonly ITimer parentWatch;
    private readonly int parent = ParentProcessId();
    private long? first;

    public StopSignals(CancellationTokenSource stop, TimeProvider time)
    {
        this.stop = stop;
        this.time = time;
        PosixSignal[] kinds = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        signals = [.. kinds.Select(kind => PosixSignalRegistration.Create(kind, OnSignal))];
        parentWatch = time.CreateTimer(_ => LookForParent(), null, ParentInterval, ParentInterval);
    }

    public void Dispose()
    {
        parentWatch.Dispose();
        foreach (var signal in signals)
            signal.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        first ??= time.GetTimestamp();
        context.Cancel = time.GetElapsedTime(first.Value) < Together;
        stop.CancelAsync();
    }

    private void LookForParent()
    {
        if (ParentProcessId() != parent)
            stop.CancelAsync();
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentProcessId();
}
