using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.Lambda;

namespace Aspire.Hosting;

/// <summary>Adds Lambda functions and their emulator to an AppHost. The names are those of Aspire.Hosting.AWS.</summary>
public static class LambdaExtensions
{
    private const string EmulatorName = "LambdaServiceEmulator";

    private static readonly HttpClient Http = new();

    /// <summary>Adds the emulator; an AppHost has one.</summary>
    /// <exception cref="InvalidOperationException">The AppHost already has one.</exception>
    public static IResourceBuilder<LambdaEmulatorResource> AddAWSLambdaServiceEmulator(
        this IDistributedApplicationBuilder builder, LambdaEmulatorOptions? options = null)
    {
        if (builder.Resources.OfType<LambdaEmulatorResource>().Any())
            throw new InvalidOperationException($"The AppHost already has a {EmulatorName}: call AddAWSLambdaServiceEmulator once");
        var emulator = new LambdaEmulatorResource(EmulatorName);
        return builder.AddResource(emulator)
            .ExcludeFromManifest()
            .WithIconName("CloudFlow")
            .WithArgs("exec", Path.Combine(AppContext.BaseDirectory, "FlowConfigs.LambdaEmulator.dll"))
            .WithHttpEndpoint(port: options?.HttpPort, env: "PORT", isProxied: options?.HttpPort is null)
            .WithEnvironment(context => context.EnvironmentVariables["FUNCTIONS"] = string.Join(',', emulator.Functions))
            .WithHttpHealthCheck("/lambda-runtime-api/healthcheck");
    }

    /// <summary>
    /// Adds a function, which is healthy while one of its processes waits for an event or answers one. The emulator is added when the
    /// AppHost has none.
    /// </summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The name that callers use.</param>
    /// <param name="lambdaHandler">The value of _HANDLER.</param>
    public static IResourceBuilder<LambdaProjectResource> AddAWSLambdaFunction<TLambdaProject>(
        this IDistributedApplicationBuilder builder, string name, string lambdaHandler)
        where TLambdaProject : IProjectMetadata, new()
    {
        var emulator = builder.Resources.OfType<LambdaEmulatorResource>().SingleOrDefault()
            ?? builder.AddAWSLambdaServiceEmulator().Resource;
        emulator.Functions.Add(name);
        var http = emulator.GetEndpoint("http");
        return builder.AddResource(new LambdaProjectResource(name))
            .ExcludeFromManifest()
            .WithAnnotation(new TLambdaProject())
            .WithIconName("Code")
            .WithParentRelationship(emulator)
            .WithOtlpExporter(OtlpProtocol.HttpProtobuf)
            // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", ReferenceExpression.Create(
                $"{http.Property(EndpointProperty.Host)}:{http.Property(EndpointProperty.Port)}/{name}"))
            .WithEnvironment("AWS_LAMBDA_FUNCTION_NAME", name)
            .WithEnvironment("_HANDLER", lambdaHandler)
            .WithEnvironment("AWS_EXECUTION_ENV", "flow-configs-hosting")
            .WithHttpHealthCheck(() => http, $"/functions/{name}/health")
            .OnResourceStopped((_, stopped, cancellation) => TellAsync(http, name, stopped.ResourceEvent.Snapshot.ExitCode, cancellation));
    }

    /// <summary>Callers of a process that has ended get Lambda's error at once instead of after their time limit.</summary>
    private static async Task TellAsync(EndpointReference emulator, string function, int? exitCode, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Http.PostAsync(
                new Uri($"{emulator.Url}/functions/{function}/exited?code={exitCode ?? 0}"), null, cancellation);
        }
        catch (HttpRequestException)
        {
            // The emulator has ended too, and its callers with it.
        }
    }
}
