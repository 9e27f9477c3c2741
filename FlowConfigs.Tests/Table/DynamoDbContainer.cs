using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace FlowConfigs.Tests.Table;

/// <summary>DynamoDB Local in the container that AWS publishes, for whoever has Docker. Testcontainers removes it, even after a crash.</summary>
public sealed class DynamoDbContainer : IAsyncDisposable
{
    /// <summary>https://hub.docker.com/r/amazon/dynamodb-local</summary>
    public const string Image = "amazon/dynamodb-local:2.6.1";

    private const ushort Port = 8000;

    private readonly IContainer container;

    private DynamoDbContainer(IContainer container)
    {
        this.container = container;
        Client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = $"http://{container.Hostname}:{container.GetMappedPublicPort(Port)}",
                AuthenticationRegion = "us-east-1",
            });
    }

    public IAmazonDynamoDB Client { get; }

    /// <param name="docker">Docker's endpoint; null for the one that Testcontainers finds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no Docker here, or it has no such image.</exception>
    public static async Task<DynamoDbContainer> StartAsync(Uri? docker, CancellationToken cancellationToken)
    {
        try
        {
            var builder = new ContainerBuilder(Image)
                .WithCommand("-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-disableTelemetry")
                .WithPortBinding(Port, assignRandomHostPort: true)
                // it refuses a request without a signature, so it answers
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(
                    request => request.ForPort(Port).ForStatusCode(System.Net.HttpStatusCode.BadRequest)));
            if (docker is not null)
                builder = builder.WithDockerEndpoint(docker);
            var container = builder.Build();
            await container.StartAsync(cancellationToken);
            return new(container);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new InvalidOperationException(
                $"{TheStore.Variable} is 'container', and {Image} did not start: {fault.Message.Split('\n')[0].Trim()} "
                    + "Start Docker, or unset the variable: the tests then use DynamoDB Local on Java.",
                fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await container.DisposeAsync();
    }
}
