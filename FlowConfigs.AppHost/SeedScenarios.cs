using System.Text.Json;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Core.Table;

namespace FlowConfigs.AppHost;

/// <summary>The example scenarios, switched off.</summary>
internal static class SeedScenarios
{
    private static readonly Author By = new("seed", "Example", Permit.Everything);

    /// <summary>Writes every scenario of a folder that is not there yet.</summary>
    public static async Task WriteAsync(ScenarioStore store, string folder, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(file);
            using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var id = ConfigId.Parse(json.RootElement.GetProperty("id").GetString()!);
            if (await store.GetAsync(id, cancellationToken) is not null)
                continue;
            var scenario = json.RootElement.GetProperty("scenario").Deserialize(ScenarioJson.Default.Scenario)!;
            await store.SaveAsync(id, 0, scenario, By, cancellationToken);
        }
    }
}
