using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace FlowConfigs.Tests;

/// <summary>More programs of the API beside the one of AppHost.cs, each of which gets the same variables.</summary>
internal static class MoreApis
{
    /// <summary>The API as a Lambda function.</summary>
    public const string OnLambda = "api-on-lambda";

    /// <summary>The API with the table <see cref="TableAtScale"/>.</summary>
    public const string AtScale = "api-at-scale";

    /// <summary>A table for tests of much data; a test creates the table.</summary>
    public const string TableAtScale = "at-scale";

    /// <summary>The ARNs that <see cref="AtScale"/> tells flows, as an installation in two Regions does.</summary>
    public const string GetConfigArns =
        "arn:aws:lambda:us-east-1:111122223333:function:flow-configs-dev-get-config:live,"
        + "arn:aws:lambda:us-west-2:111122223333:function:flow-configs-dev-get-config:live";

    /// <summary>The API with a policy engine of its own, <see cref="EngineToStop"/>.</summary>
    public const string WithoutEngine = "api-without-engine";

    public const string EngineToStop = "engine-to-stop";

    // What AppHost.cs gives to a program; the rest is each program's own, such as its address.
    private static readonly string[] Shared = ["FLOWCONFIGS_", "AWS_ENDPOINT_URL_", "AWS_REGION", "AWS_ACCESS_", "AWS_SECRET_", "USER_POOL_"];

    public static void AddTo(IDistributedApplicationTestingBuilder builder)
    {
        var first = builder.CreateResourceBuilder(builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == "api"));
        first.WithEnvironment("FLOWCONFIGS_REQUESTS_PER_MINUTE", "1000000"); // all tests are one admin
        Like(builder.AddAWSLambdaFunction<Projects.FlowConfigs_Api>(OnLambda, lambdaHandler: "api"), first.Resource);
        Like(builder.AddProject<Projects.FlowConfigs_Api>(AtScale), first.Resource)
            .WithHttpEndpoint()
            .WithEnvironment("FLOWCONFIGS_TABLE", TableAtScale)
            .WithEnvironment("FLOWCONFIGS_GET_CONFIG_ARNS", GetConfigArns);
        var permissions = builder.Resources.OfType<ExecutableResource>().Single(resource => resource.Name == "verified-permissions");
        var engine = Like(
            builder.AddNodeApp(EngineToStop, Repository.Path("FlowConfigs.AppHost/emulators"), "verified-permissions/main.mjs")
                .WithHttpEndpoint(env: "PORT")
                .WithHttpHealthCheck("/health"),
            permissions);
        Like(builder.AddProject<Projects.FlowConfigs_Api>(WithoutEngine), first.Resource)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS", engine.GetEndpoint("http"))
            .WithEnvironment("FLOWCONFIGS_TIME_LIMIT_FACTOR", "1") // how long it waits for the engine is what is tested
            .WaitFor(engine);
    }

    private static IResourceBuilder<T> Like<T>(IResourceBuilder<T> other, IResource first)
        where T : IResourceWithEnvironment
    {
        if (other is IResourceBuilder<ProjectResource> project)
            project.WithBuiltProgram().WithEnvironment("DOTNET_ENVIRONMENT", "Development").WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");
        foreach (var wait in first.Annotations.OfType<WaitAnnotation>().ToList())
            other.WithAnnotation(wait);
        return other.WithEnvironment(async context =>
        {
            var given = new EnvironmentCallbackContext(context.ExecutionContext, first, [], context.CancellationToken);
            foreach (var callback in first.Annotations.OfType<EnvironmentCallbackAnnotation>())
                await callback.Callback(given);
            foreach (var (name, value) in given.EnvironmentVariables.Where(each => Shared.Any(each.Key.StartsWith)))
                context.EnvironmentVariables[name] = value;
        });
    }
}
