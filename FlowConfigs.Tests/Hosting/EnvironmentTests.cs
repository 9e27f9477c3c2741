using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.DynamoDB;
using Aspire.Hosting.AWS.Lambda;

namespace FlowConfigs.Tests.Hosting;

/// <summary>The variables that programs get from our resources.</summary>
public sealed class EnvironmentTests
{
    private readonly IDistributedApplicationBuilder builder = SmallAppHost.New();

    [Fact]
    public async Task A_function_finds_the_emulator_and_its_handler()
    {
        Allocate(builder.AddAWSLambdaServiceEmulator(new LambdaEmulatorOptions { HttpPort = 5050 }).Resource, 5050);
        var function = builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("get-config", lambdaHandler: "getConfig");

        var variables = await VariablesAsync(function.Resource);

        Assert.Equal("localhost:5050/get-config", variables["AWS_LAMBDA_RUNTIME_API"]);
        Assert.Equal("get-config", variables["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("getConfig", variables["_HANDLER"]);
        Assert.Contains("AWS_EXECUTION_ENV", variables.Keys);
    }

    [Fact]
    public async Task The_emulator_knows_every_function_also_those_added_later()
    {
        var emulator = builder.AddAWSLambdaServiceEmulator();
        Allocate(emulator.Resource, 5050);
        builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("get-config", lambdaHandler: "getConfig");
        builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("is-listed", lambdaHandler: "isListed");

        Assert.Equal("get-config,is-listed", (await VariablesAsync(emulator.Resource))["FUNCTIONS"]);
        Assert.Throws<InvalidOperationException>(() => builder.AddAWSLambdaServiceEmulator());
    }

    [Fact]
    public async Task References_to_DynamoDB_and_to_AWS_settings_set_the_variables_of_the_SDK()
    {
        var dynamodb = builder.AddAWSDynamoDBLocal("dynamodb", new DynamoDBLocalOptions { Port = 8000 });
        Allocate(dynamodb.Resource, 8000);
        var client = builder.AddExecutable("client", "true", "/")
            .WithReference(builder.AddAWSSDKConfig().WithRegion("eu-west-1"))
            .WithReference(dynamodb);

        var variables = await VariablesAsync(client.Resource);

        Assert.Equal("http://localhost:8000", variables["AWS_ENDPOINT_URL_DYNAMODB"]);
        Assert.Equal("eu-west-1", variables["AWS_REGION"]);
        Assert.Equal("eu-west-1", variables["AWS__Region"]);
        Assert.Equal(dynamodb.Resource, Assert.Single(client.Resource.Annotations.OfType<WaitAnnotation>()).Resource);
    }

    private static void Allocate(IResource resource, int port)
    {
        var http = resource.Annotations.OfType<EndpointAnnotation>().Single();
        http.AllocatedEndpoint = new(http, "localhost", port, targetPortExpression: $"{port}");
    }

    private async Task<Dictionary<string, string?>> VariablesAsync(IResource resource)
    {
        var stop = TestContext.Current.CancellationToken;
        var context = new EnvironmentCallbackContext(builder.ExecutionContext, resource, [], stop);
        foreach (var callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
            await callback.Callback(context);
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in context.EnvironmentVariables)
            values[name] = value is IValueProvider provider ? await provider.GetValueAsync(stop) : value.ToString();
        return values;
    }
}
