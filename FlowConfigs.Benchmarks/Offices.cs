using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Benchmarks;

/// <summary>Many offices below one config, some with values of their own.</summary>
internal static class Offices
{
    private const int AtOnce = 4;

    public static ConfigId Id(int number) => ConfigId.Parse(string.Create(CultureInfo.InvariantCulture, $"office/{number:00000}"));

    /// <summary>Writes offices number <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public static Task WriteAsync(DynamoDb dynamo, int from, int to, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(from, to - from).Chunk(ConfigStore.MaxCreations),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (numbers, stop) => await dynamo.Configs.WriteAsync(
            [.. numbers.Select(number => new Change<Config>(null, Office(number)))], new("benchmark", null, Permit.Everything), stop));

    private static Config Office(int number) => new()
    {
        Id = Id(number),
        Version = 0,
        Overrides = number % 10 == 0 ? new Dictionary<string, Override> { ["Key1"] = new() { Value = "own" } } : new Dictionary<string, Override>(),
    };
}
