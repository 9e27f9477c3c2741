namespace FlowConfigs.LocalHosting;

/// <summary>Adds what stands for AWS on this machine; the members are those of Aspire.Hosting.AWS.</summary>
public static class AwsExtensions
{
    /// <summary>Begins the settings of the AWS SDK.</summary>
    public static IAWSSDKConfig AddAWSSDKConfig(this IDistributedApplicationBuilder builder) => new AwsSdkConfig();

    /// <summary>Sets the Region.</summary>
    public static IAWSSDKConfig WithRegion(this IAWSSDKConfig config, string region)
    {
        config.Region = region;
        return config;
    }

    /// <summary>Whether the credentials are checked with AWS; here they never are.</summary>
    public static IAWSSDKConfig WithSdkValidation(this IAWSSDKConfig config, bool enabled) => config;

    /// <summary>Gives the resource the Region as <c>AWS_REGION</c> and <c>AWS__Region</c>.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IAWSSDKConfig awsSdkConfig)
        where T : IResourceWithEnvironment => builder.WithEnvironment(context =>
    {
        if (awsSdkConfig.Region is not { } region)
            return;

        context.EnvironmentVariables["AWS_REGION"] = region;
        context.EnvironmentVariables["AWS__Region"] = region;
    });

    /// <summary>Adds DynamoDB Local; it is fetched on first use.</summary>
    public static IResourceBuilder<DynamoDBLocalResource> AddAWSDynamoDBLocal(
        this IDistributedApplicationBuilder builder, string name, DynamoDBLocalOptions? options = null) =>
        builder.AddResource(new DynamoDBLocalResource(name, options ?? new DynamoDBLocalOptions()))
            .WithHttpEndpoint(options?.Port);

    /// <summary>Gives the resource the URL of DynamoDB Local as <c>AWS_ENDPOINT_URL_DYNAMODB</c> and waits for it.</summary>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<DynamoDBLocalResource> dynamoDBLocalResourceBuilder)
        where T : IResourceWithEnvironment =>
        builder.Annotated(new WaitAnnotation(dynamoDBLocalResourceBuilder.Resource, null))
            .WithEnvironment("AWS_ENDPOINT_URL_DYNAMODB", dynamoDBLocalResourceBuilder.GetEndpoint("http"));

    /// <summary>Adds the Lambda emulator; at most one, and before any function.</summary>
    public static IResourceBuilder<LambdaEmulatorResource> AddAWSLambdaServiceEmulator(
        this IDistributedApplicationBuilder builder, LambdaEmulatorOptions? options = null)
    {
        if (builder.Resources.OfType<LambdaEmulatorResource>().Any())
            throw new DistributedApplicationException("The Lambda emulator is there already: add it once, before the first function");

        return builder.AddResource(new LambdaEmulatorResource("LambdaServiceEmulator"))
            .WithHttpEndpoint(options?.Port)
            .WithHttpHealthCheck("/lambda-runtime-api/healthcheck");
    }

    /// <summary>Adds a Lambda function: the project is started and asks the emulator for its events.</summary>
    /// <typeparam name="TLambdaProject">An executable project.</typeparam>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The name of the resource and of the function.</param>
    /// <param name="lambdaHandler">What the program finds in <c>_HANDLER</c>.</param>
    /// <param name="options">Nothing yet.</param>
    public static IResourceBuilder<LambdaProjectResource> AddAWSLambdaFunction<TLambdaProject>(
        this IDistributedApplicationBuilder builder, string name, string lambdaHandler, LambdaFunctionOptions? options = null)
        where TLambdaProject : IProjectMetadata, new()
    {
        var emulator = builder.Resources.OfType<LambdaEmulatorResource>().SingleOrDefault()
            ?? builder.AddAWSLambdaServiceEmulator().Resource;
        var http = new EndpointReference(emulator, "http");

        // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
        return builder.AddResource(new LambdaProjectResource(name))
            .WithProject(new TLambdaProject())
            .WithEnvironment("AWS_LAMBDA_RUNTIME_API", () => $"{http.Host}:{http.Port}/{name}")
            .WithEnvironment("AWS_LAMBDA_FUNCTION_NAME", name)
            .WithEnvironment("_HANDLER", lambdaHandler)
            .WithEnvironment("AWS_EXECUTION_ENV", "flow-configs-local-hosting")
            .Annotated(new LambdaHealthAnnotation(emulator));
    }
}
