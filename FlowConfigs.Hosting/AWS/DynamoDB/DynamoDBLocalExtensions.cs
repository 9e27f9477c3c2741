using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.DynamoDB;
using FlowConfigs.Hosting.AWS.DynamoDB;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds DynamoDB Local to an AppHost. The names are those of Aspire.Hosting.AWS.</summary>
public static class DynamoDBLocalExtensions
{
    private static readonly TimeSpan HealthLimit = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds DynamoDB Local, which is healthy when it lists its tables. The first start on a machine downloads it from the npm registry.
    /// </summary>
    public static IResourceBuilder<DynamoDBLocalResource> AddAWSDynamoDBLocal(
        this IDistributedApplicationBuilder builder, string name, DynamoDBLocalOptions? options = null)
    {
        options ??= new();
        var install = DynamoDbLocalInstall.Default();
        var dynamodb = builder.AddResource(new DynamoDBLocalResource(name, install.Folder))
            .ExcludeFromManifest()
            .WithRequiredCommand("java", "https://adoptium.net")
            .WithIconName("Database")
            .WithHttpEndpoint(port: options.Port, isProxied: options.Port is null)
            .WithArgs(context => AddArguments(context, options))
            .OnBeforeResourceStarted(async (resource, started, cancellation) =>
            {
                var logger = started.Services.GetRequiredService<ResourceLoggerService>().GetLogger(resource);
                await install.FolderAsync(line => DynamoDbLocalLog.Progress(logger, line), cancellation);
            });
        if (!install.IsThere)
            dynamodb.WithRequiredCommand("npm", "https://nodejs.org");

        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"{name}_list_tables", _ => new ListTablesCheck(dynamodb.GetEndpoint("http")), null, null, HealthLimit));
        return dynamodb.WithHealthCheck($"{name}_list_tables");
    }

    /// <summary>Gives the address of DynamoDB Local to a program's AWS SDK, and starts the program when DynamoDB Local is healthy.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<DynamoDBLocalResource> dynamodb)
        where T : IResourceWithEnvironment
    {
        if (builder is IResourceBuilder<IResourceWithWaitSupport> waiting)
            waiting.WaitFor(dynamodb);
        // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
        return builder.WithEnvironment("AWS_ENDPOINT_URL_DYNAMODB", dynamodb.GetEndpoint("http"));
    }

    private static void AddArguments(CommandLineArgsCallbackContext context, DynamoDBLocalOptions options)
    {
        var port = ((IResourceWithEndpoints)context.Resource).GetEndpoint("http").Property(EndpointProperty.TargetPort);
        List<string> own = [];
        if (options.SharedDb)
            own.Add("-sharedDb");
        if (options.DisableDynamoDBLocalTelemetry)
            own.Add("-disableTelemetry");
        if (options.LocalStorageDirectory is { Length: > 0 } folder)
            own.AddRange(["-dbPath", Directory.CreateDirectory(folder).FullName]);
        else if (options.InMemory)
            own.Add("-inMemory");
        foreach (var argument in DynamoDbLocalProgram.Start("1g"))
            context.Args.Add(argument);
        context.Args.Add(ReferenceExpression.Create($"port={port}"));
        context.Args.Add(ReferenceExpression.Create($"{DynamoDbLocalProgram.Options(own)}{port}"));
    }
}
