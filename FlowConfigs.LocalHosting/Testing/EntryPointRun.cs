using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace FlowConfigs.LocalHosting.Testing;

/// <summary>
/// Runs an AppHost's own entry point up to its <c>Build()</c>. CreateBuilder sees through <see cref="Current"/> that a test asks.
/// </summary>
internal sealed class EntryPointRun(Assembly assembly, Action<DistributedApplicationOptions> configure)
{
    private static readonly AsyncLocal<EntryPointRun?> Ambient = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> described =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static EntryPointRun? Current => Ambient.Value;

    public Assembly Assembly => assembly;

    public void Configure(DistributedApplicationOptions options)
    {
        options.DisableDashboard = true;
        configure(options);
    }

    public void Described(DistributedApplicationBuilder builder) => described.TrySetResult(builder);

    public async Task<DistributedApplicationBuilder> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var thread = new Thread(() => Run(args)) { IsBackground = true, Name = "AppHost entry point" };
        Ambient.Value = this;
        thread.Start(); // takes the execution context, and with it Current, along
        Ambient.Value = null;
        return await described.Task.WaitAsync(cancellationToken);
    }

    private void Run(string[] args)
    {
        try
        {
            var main = assembly.EntryPoint ?? throw new DistributedApplicationException($"{assembly.GetName().Name} is not a program");
            main.Invoke(null, main.GetParameters().Length == 0 ? [] : [args]);
            described.TrySetException(new DistributedApplicationException(
                $"{assembly.GetName().Name} ended before it called Build(); what it wrote to standard error says why"));
        }
        catch (TargetInvocationException problem) when (problem.InnerException is HostAbortedException)
        {
            // Build() ends the entry point; the test goes on.
        }
        catch (TargetInvocationException problem)
        {
            described.TrySetException(problem.InnerException!);
        }
        catch (Exception problem)
        {
            described.TrySetException(problem);
        }
    }
}
