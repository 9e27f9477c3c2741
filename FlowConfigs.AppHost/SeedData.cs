using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Storage;

namespace FlowConfigs.AppHost;

/// <summary>Makes the table in DynamoDB Local and writes the example configs that it does not hold yet.</summary>
internal static class SeedData
{
    private const string By = "seed";

    /// <summary>Writes every config of a directory, parents first, through the same rules as any other save.</summary>
    public static async Task WriteAsync(string dynamoDbUrl, string table, string directory, CancellationToken cancellationToken)
    {
        // DynamoDB Local takes any credentials.
        using var dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = dynamoDbUrl, AuthenticationRegion = "us-east-1" });
        await FlowConfigsTable.EnsureAsync(dynamo, table, cancellationToken);

        var store = new ConfigStore(dynamo, table, TimeProvider.System);
        var writer = new ConfigWriter(store, TimeProvider.System);
        var configs = await ReadAsync(directory, cancellationToken);
        foreach (var config in configs.OrderBy(c => c.Id.Value.Length))
        {
            if (await store.GetAsync(config.Id, cancellationToken) is null)
                await writer.WriteAsync(config, new(By, "Example"), cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<Config>> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var configs = new List<Config>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            configs.Add((await JsonSerializer.DeserializeAsync(stream, CoreJson.Default.Config, cancellationToken))!);
        }

        return configs;
    }
}
