using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Pipelines;
using FlowConfigs.Hosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>Says in plain lines what Aspire shows in its dashboard or in stack traces.</summary>
public static class OneLineExtensions
{
    /// <summary>
    /// Checks ports, programs and versions before anything starts, and prints a line when everything is healthy or when a resource fails.
    /// </summary>
    public static T WithPlainLines<T>(this T builder)
        where T : IDistributedApplicationBuilder
    {
        builder.Services.AddHostedService<StatusLines>();
        builder.Services.AddLogging(logging => logging
            // A check that fails while a program starts is no error: the dashboard shows its state.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            // Every look at the dashboard is a request, and two lines that push the dashboard's address away.
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        builder.Eventing.Subscribe<BeforeStartEvent>((started, cancellation) =>
            Preflight.CheckAsync([.. started.Model.Resources], builder.Configuration, cancellation));
        return builder;
    }

    /// <summary>
    /// Adds a step of which a failure is one line and exit code 1, or, where it is a fault of the step itself, a stack trace and exit
    /// code 1. An interrupted step is a failure too. Aspire alone writes stack traces of faults and exits with 0 under <c>dotnet run</c>.
    /// </summary>
    public static void AddPlainStep(
        this IDistributedApplicationBuilder builder, string name, Func<PipelineStepContext, Task> step, string? dependsOn = null,
        string? requiredBy = null)
    {
        builder.Services.AddLogging(logging => logging
            .AddFilter("Aspire.Hosting.Publishing.PipelineExecutor", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None));
        builder.Pipeline.AddStep(name, PlainAsync, dependsOn, requiredBy);

        async Task PlainAsync(PipelineStepContext context)
        {
            try
            {
                await step(context);
            }
            catch (DistributedApplicationException problem)
            {
                Say(problem.Message);
                throw;
            }
            catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
            {
                Say($"The step {name} was interrupted before its end. Run it again.");
                throw;
            }
            catch (Exception fault)
            {
                Say(fault.ToString());
                throw;
            }
        }
    }

    /// <summary>Runs the AppHost to its end. What keeps it from starting is written as plain lines, with exit code 1.</summary>
    public static async Task RunPlainlyAsync(this DistributedApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (DistributedApplicationException problem) when (Environment.ExitCode == 0)
        {
            Say(problem.Message);
        }
    }

    private static void Say(string problem)
    {
        Environment.ExitCode = 1;
        Console.Error.WriteLine(problem);
    }
}
