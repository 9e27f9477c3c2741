using FlowConfigs.AppHost;
using FlowConfigs.Publishing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

const string Table = "flow-configs";
const string GetConfigFunction = "get-config";

// As emulators/ names them.
const string UserPool = "local_flowconfigs";
const string UserPoolClient = "flowconfigsweb";
const string PolicyStore = "local-flow-configs";

// Before Aspire reads the same command line: its own answer to a mistake is a stack trace.
var options = AppHostOptions.Read(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build(), args);
if (options.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    Environment.ExitCode = 1;
    return;
}

var builder = DistributedApplication.CreateBuilder(args);

builder.AddParameter("stage", "dev", publishValueAsDefault: true);
if (builder.ExecutionContext.IsPublishMode)
{
    // No resources: what is deployed is CloudFormation's to know.
    builder.AddPublishSteps(options.ContactCenter);
}
else
{
    builder.WithPlainLines();

    // Tests and aspire start --isolated take any free port. Aspire itself randomises only the ports that have its proxy before them.
    var anyPorts = builder.Configuration.GetValue<bool>("DcpPublisher:RandomizePorts");
    int? Port(int port) => anyPorts ? null : port;

    // Ctrl+C returns when every program has ended. The dashboard has no TLS: it serves this machine only.
    builder.Configuration["DcpPublisher:WaitForResourceCleanup"] ??= "true";
    builder.Configuration["ASPNETCORE_URLS"] = $"http://localhost:{options.DashboardPort}";
    builder.Configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = $"http://localhost:{options.TelemetryPort}";
    builder.Configuration["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";

    var aws = builder.AddAWSSDKConfig().WithRegion("us-east-1");
    var dynamodb = builder.AddAWSDynamoDBLocal("dynamodb", new DynamoDBLocalOptions
    {
        Port = Port(options.DynamoDbPort),
        SharedDb = true,
        InMemory = options.DataFolder is null,
        LocalStorageDirectory = options.DataFolder,
        DisableDynamoDBLocalTelemetry = true,
    });
    var seed = Path.Combine(builder.AppHostDirectory, "seed");
    dynamodb.OnResourceReady((_, _, stop) => SeedData.WriteAsync(dynamodb.GetEndpoint("http").Url, Table, seed, stop));

    // The three are one npm project: the first installs its packages, and the others wait for that. No proxy stands before them,
    // because tokens name the port on which the pool listens.
    var provider = builder.AddNodeApp("identity-provider", "emulators", "identity-provider/main.mjs")
        .WithNpm(installCommand: "ci")
        .WithHttpEndpoint(Port(options.IdentityProviderPort), env: "PORT", isProxied: false)
        .WithHttpHealthCheck("/.well-known/openid-configuration");
    var cognito = builder.AddNodeApp("cognito", "emulators", "cognito/main.mjs")
        .WithNpm(install: false)
        .WaitFor(provider)
        .WithHttpEndpoint(Port(options.CognitoPort), env: "PORT", isProxied: false)
        .WithHttpHealthCheck($"/{UserPool}/.well-known/jwks.json")
        .WithEnvironment("IDENTITY_PROVIDER_URL", provider.GetEndpoint("http"));
    provider.WithEnvironment("COGNITO_URL", cognito.GetEndpoint("http"));
    var permissions = builder.AddNodeApp("verified-permissions", "emulators", "verified-permissions/main.mjs")
        .WithNpm(install: false)
        .WaitFor(provider)
        .WithHttpEndpoint(Port(options.VerifiedPermissionsPort), env: "PORT", isProxied: false)
        .WithHttpHealthCheck("/health")
        .WithEnvironment("USER_POOL_ISSUER", $"{cognito.GetEndpoint("http")}/{UserPool}")
        .WithEnvironment("USER_POOL_CLIENT", UserPoolClient);

    var api = Local(builder.AddProject<Projects.FlowConfigs_Api>("api"))
        .WithEndpoint("http", http => (http.UriScheme, http.Port) = ("http", options.ApiPort))
        .WithHttpHealthCheck("/health")
        .WithoutHttpsCertificate()
        .WithExternalHttpEndpoints();
    if (options.SignIn)
    {
        api.WaitFor(cognito).WaitFor(permissions)
            .WithEnvironment("FLOWCONFIGS_USER_POOL", $"{cognito.GetEndpoint("http")}/{UserPool}")
            .WithEnvironment("FLOWCONFIGS_USER_POOL_CLIENT", UserPoolClient)
            .WithEnvironment("FLOWCONFIGS_SIGN_IN_URL", cognito.GetEndpoint("http"))
            .WithEnvironment("FLOWCONFIGS_POLICY_STORE", PolicyStore)
            .WithEnvironment("AWS_ENDPOINT_URL_VERIFIEDPERMISSIONS", permissions.GetEndpoint("http"));
    }

    var emulator = builder.AddAWSLambdaServiceEmulator(new LambdaEmulatorOptions
    {
        HttpPort = Port(options.EmulatorPort),
    });
    // For what the web app reads back after a change: it goes the way that contact flows go.
    api.WithEnvironment("FLOWCONFIGS_GET_CONFIG_FUNCTION", GetConfigFunction)
        .WithEnvironment("FLOWCONFIGS_REFRESH_CALENDAR_FUNCTION", Microsoft365Resources.RefreshFunction)
        .WithEnvironment("AWS_ENDPOINT_URL_LAMBDA", emulator.GetEndpoint("http"));
    Local(builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>(GetConfigFunction, lambdaHandler: "getConfig"))
        .WaitFor(emulator)
        .WithSampleEvents(Path.Combine(builder.AppHostDirectory, "requests"), emulator.GetEndpoint("http"));
    Local(builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("is-listed", lambdaHandler: "isListed"))
        .WaitFor(emulator)
        .WithSampleEvents(Path.Combine(builder.AppHostDirectory, "requests"), emulator.GetEndpoint("http"));
    Local(builder.AddAWSLambdaFunction<Projects.FlowConfigs_ConnectHandler>("vanity-numbers", lambdaHandler: "vanityNumbers"))
        .WaitFor(emulator)
        .WithSampleEvents(Path.Combine(builder.AppHostDirectory, "requests"), emulator.GetEndpoint("http"));
    builder.AddMicrosoft365(Port(options.Microsoft365Port), emulator, Local);

    var web = builder.AddViteApp("web", "../FlowConfigs.Web", options.WebScript)
        .WithNpm(installCommand: "ci")
        .WithEndpoint("http", http => http.Port = options.WebPort)
        .WithHttpHealthCheck("/")
        .WithReference(api)
        .WaitFor(api)
        .WithExternalHttpEndpoints();
    cognito.WithEnvironment("WEB_URL", web.GetEndpoint("http"));
    api.WithEnvironment("FLOWCONFIGS_WEB_ORIGIN", web.GetEndpoint("http"));

    // Stands in for Connect's, on an origin of its own.
    builder.AddNodeApp("workspace", "emulators", "workspace/main.mjs")
        .WithHttpEndpoint(options.WorkspacePort, env: "PORT")
        .WithHttpHealthCheck("/")
        .WithEnvironment("WEB_URL", web.GetEndpoint("http"))
        .WithExternalHttpEndpoints();

    // What a program in AWS gets from its role. DynamoDB Local takes any key.
    IResourceBuilder<T> Local<T>(IResourceBuilder<T> program) where T : ProjectResource => program
        .WithBuiltProgram()
        .WithReference(aws)
        .WithReference(dynamodb)
        .WithEnvironment("DOTNET_ENVIRONMENT", Environments.Development)
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", Environments.Development)
        .WithEnvironment("AWS_ACCESS_KEY_ID", "local")
        .WithEnvironment("AWS_SECRET_ACCESS_KEY", "local")
        .WithEnvironment("FLOWCONFIGS_TABLE", Table)
        // They compile methods while the first callers wait, on processors that they share.
        .WithEnvironment("FLOWCONFIGS_TIME_LIMIT_FACTOR", "5");
}

await builder.Build().RunPlainlyAsync();
