using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Saving;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.AppHost;

/// <summary>Makes the table in DynamoDB Local and writes the example configs, aliases, lists and scenarios that it does not hold yet.</summary>
internal static class SeedData
{
    private static readonly Author By = new("seed", "Example", Permit.Everything);

    /// <summary>
    /// Writes every config of a directory, parents first, and what its folders aliases, lists and scenarios hold, through the same
    /// rules as any other save.
    /// </summary>
    public static async Task WriteAsync(string dynamoDbUrl, string table, string directory, CancellationToken cancellationToken)
    {
        // DynamoDB Local takes any credentials.
        using var dynamo = new AmazonDynamoDBClient(
            new BasicAWSCredentials("local", "local"),
            new AmazonDynamoDBConfig { ServiceURL = dynamoDbUrl, AuthenticationRegion = "us-east-1" });
        await FlowConfigsTable.EnsureAsync(dynamo, table, cancellationToken);

        var items = new DynamoTable(dynamo, table);
        var store = new ConfigStore(items, TimeProvider.System);
        var writer = new ConfigWriter(items, store, new(store, new(items, TimeProvider.System), TimeProvider.System));
        var configs = await ReadAsync(directory, ConfigJson.Default.Config, cancellationToken);
        foreach (var config in configs.OrderBy(c => c.Id.Value.Length))
        {
            if (await store.GetAsync(config.Id, cancellationToken) is null)
                await writer.WriteAsync(config, By, cancellationToken);
        }

        var aliases = new AliasStore(items, TimeProvider.System);
        foreach (var alias in await ReadAsync(Path.Combine(directory, "aliases"), AliasJson.Default.AliasSummary, cancellationToken))
        {
            if (await aliases.GetAsync(alias.Id, cancellationToken) is null)
                await aliases.SaveAsync(alias.Id, 0, alias.Target, By, cancellationToken);
        }

        await SeedLists.WriteAsync(new(items, TimeProvider.System), Path.Combine(directory, "lists"), cancellationToken);
        ScenarioStore scenarios = new(items, store, TimeProvider.System);
        await SeedScenarios.WriteAsync(scenarios, Path.Combine(directory, "scenarios"), cancellationToken);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(string directory, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            found.Add((await JsonSerializer.DeserializeAsync(stream, json, cancellationToken))!);
        }

        return found;
    }
}
