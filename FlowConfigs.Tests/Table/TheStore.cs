using Amazon.DynamoDBv2;
using FlowConfigs.Tests.Table;

[assembly: AssemblyFixture(typeof(SharedContainer))]

namespace FlowConfigs.Tests.Table;

/// <summary>
/// A test class that uses the table alone: DynamoDB Local on Java as the system runs it, or with FLOWCONFIGS_DYNAMODB=container its
/// container. All share it, so each test uses ids or a table of its own.
/// </summary>
public sealed class TheStore : IAsyncLifetime
{
    public const string Variable = "FLOWCONFIGS_DYNAMODB";

    public IAmazonDynamoDB Dynamo { get; private set; } = null!;

    public static bool IsContainer(string? value) => value switch
    {
        null or "" or "java" => false,
        "container" => true,
        _ => throw new ArgumentException($"{Variable} is '{value}': set it to java or container, or unset it."),
    };

    public async ValueTask InitializeAsync() => Dynamo = IsContainer(Environment.GetEnvironmentVariable(Variable))
        ? (await SharedContainer.StartAsync()).Client
        : (await SharedSystem.StartAsync()).Dynamo;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Starts one container for the first test class that asks for it, and ends it with the run.</summary>
public sealed class SharedContainer : IAsyncDisposable
{
    private static readonly Lazy<Task<DynamoDbContainer>> Container = new(() => DynamoDbContainer.StartAsync(null, CancellationToken.None));

    public static Task<DynamoDbContainer> StartAsync() => Container.Value;

    public async ValueTask DisposeAsync()
    {
        if (Container is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Container.Value).DisposeAsync();
    }
}
