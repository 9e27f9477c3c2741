using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class EnvironmentTests
{
    private readonly DistributedApplicationBuilder builder = SmallSystem.New();

    [Fact]
    public async Task Reference_to_a_project_sets_both_of_Aspires_variables()
    {
        var api = builder.AddProject<Projects.FlowConfigs_Api>("the-api").WithHttpEndpoint(5180);
        var client = builder.AddShell("client", "true").WithReference(api);

        var variables = await VariablesAsync(client.Resource);

        Assert.Equal("http://localhost:5180", variables["services__the-api__http__0"].Value);
        Assert.Equal("http://localhost:5180", variables["THE_API_HTTP"].Value);
    }

    [Fact]
    public async Task Project_is_told_its_urls_its_environment_and_its_name()
    {
        var api = builder.AddProject<Projects.FlowConfigs_Api>("api").WithHttpEndpoint(5180);

        var variables = await VariablesAsync(api.Resource);

        Assert.Equal("http://localhost:5180", variables["ASPNETCORE_URLS"].Value);
        Assert.Equal("Development", variables["ASPNETCORE_ENVIRONMENT"].Value);
        Assert.Equal("Development", variables["DOTNET_ENVIRONMENT"].Value);
        Assert.Equal("api", variables["OTEL_SERVICE_NAME"].Value);
        Assert.StartsWith("service.instance.id=", variables["OTEL_RESOURCE_ATTRIBUTES"].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("OTEL_EXPORTER_OTLP_ENDPOINT", variables.Keys);
    }

    [Fact]
    public async Task Telemetry_goes_to_the_receiver_that_the_AppHost_was_given()
    {
        builder.Configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = "http://localhost:4318";
        builder.Configuration["AppHost:OtlpApiKey"] = "k";
        var api = builder.AddProject<Projects.FlowConfigs_Api>("api");

        var variables = await VariablesAsync(api.Resource);

        Assert.Equal("http://localhost:4318", variables["OTEL_EXPORTER_OTLP_ENDPOINT"].Value);
        Assert.Equal("http/protobuf", variables["OTEL_EXPORTER_OTLP_PROTOCOL"].Value);
        Assert.Equal(new EnvironmentView("OTEL_EXPORTER_OTLP_HEADERS", "x-otlp-api-key=k", true), variables["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("1000", variables["OTEL_BSP_SCHEDULE_DELAY"].Value);
    }

    [Fact]
    public async Task Interpolated_value_is_put_together_when_the_resource_starts()
    {
        var http = builder.AddShell("server", "true").WithHttpEndpoint(8080).GetEndpoint("http");
        var stage = builder.AddParameter("stage", "dev");
        var client = builder.AddShell("client", "true")
            .WithEnvironment("TEXT", $"{{{stage}}} {http}/x?{http.Property(EndpointProperty.Port)}");
        builder.Configuration["Parameters:stage"] = "prod";

        var variables = await VariablesAsync(client.Resource);

        Assert.Equal("{prod} http://localhost:8080/x?8080", variables["TEXT"].Value);
    }

    [Fact]
    public async Task Function_finds_the_emulator_and_its_handler()
    {
        builder.AddAWSLambdaServiceEmulator(new LambdaEmulatorOptions { Port = 5050 });
        var function = builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("get-config", lambdaHandler: "getConfig");

        var variables = await VariablesAsync(function.Resource);

        Assert.Equal("localhost:5050/get-config", variables["AWS_LAMBDA_RUNTIME_API"].Value);
        Assert.Equal("get-config", variables["AWS_LAMBDA_FUNCTION_NAME"].Value);
        Assert.Equal("getConfig", variables["_HANDLER"].Value);
        Assert.Contains("AWS_EXECUTION_ENV", variables.Keys);
    }

    [Fact]
    public async Task Reference_to_DynamoDB_and_to_the_AWS_settings_sets_the_SDKs_variables()
    {
        var dynamo = builder.AddAWSDynamoDBLocal("dynamodb", new DynamoDBLocalOptions { Port = 8000 });
        var client = builder.AddShell("client", "true")
            .WithReference(builder.AddAWSSDKConfig().WithRegion("eu-west-1"))
            .WithReference(dynamo);

        var variables = await VariablesAsync(client.Resource);

        Assert.Equal("http://localhost:8000", variables["AWS_ENDPOINT_URL_DYNAMODB"].Value);
        Assert.Equal("eu-west-1", variables["AWS_REGION"].Value);
        Assert.Equal("eu-west-1", variables["AWS__Region"].Value);
    }

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("Db__Password", true)]
    [InlineData("AWS_REGION", false)]
    public async Task Secrets_are_known_by_their_names(string name, bool isSecret)
    {
        var client = builder.AddShell("client", "true").WithEnvironment(name, "value");

        Assert.Equal(isSecret, (await VariablesAsync(client.Resource))[name].IsSecret);
    }

    [Fact]
    public async Task Value_with_a_secret_parameter_in_it_is_secret()
    {
        var code = builder.AddParameter("code", "1234", secret: true);
        var client = builder.AddShell("client", "true").WithEnvironment("WHOLE", code).WithEnvironment("PART", $"code={code}");

        var variables = await VariablesAsync(client.Resource);

        Assert.Equal(new EnvironmentView("WHOLE", "1234", true), variables["WHOLE"]);
        Assert.Equal(new EnvironmentView("PART", "code=1234", true), variables["PART"]);
    }

    private async Task<Dictionary<string, EnvironmentView>> VariablesAsync(IResource resource)
    {
        Ports.Allocate(builder.Resources, random: false);
        var environment = new ResourceEnvironment(builder.Configuration, builder.ExecutionContext);
        return (await environment.ReadAsync(resource, TestContext.Current.CancellationToken)).ToDictionary(variable => variable.Name);
    }
}
