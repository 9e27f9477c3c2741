using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.ConnectHandler;

namespace FlowConfigs.Tests.Publishing;

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedGetConfigTests(TheSystem the, Published published)
    : GetConfigTests(the, published.Functions.Lambda), IClassFixture<TheSystem>;

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedIsListedTests(TheSystem the, Published published)
    : IsListedTests(the, published.Functions.Lambda), IClassFixture<TheSystem>;

[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedVanityNumbersTests(TheSystem the, Published published)
    : VanityNumbersTests(the, published.Functions.Lambda), IClassFixture<TheSystem>;

/// <summary>What holds of the published programs beyond what the development builds do.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class PublishedFunctionTests(Published published)
{
    private readonly ConfigsClient configs = new(published.Functions.Api);

    [Fact]
    public async Task The_API_needs_no_time_zones_of_its_machine()
    {
        var id = $"test-{Guid.NewGuid():N}";
        await configs.Post(id, ConfigsClient.Body(closure: "false"));
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        var change = new
        {
            from = $"{year}-07-01T09:00",
            until = $"{year}-07-01T17:00",
            timeZone = "Asia/Kathmandu",
            values = new { Closure = new { value = "true" } },
        };
        using var added = await configs.Send(
            HttpMethod.Post, $"/api/configs/{id}/changes", JsonSerializer.Serialize(new { change }), "\"1\"");
        Assert.Equal($"{year}-07-01T09:00:00+05:45", (string?)(await added.Json())["changes"]?[0]?["from"]);
    }

    [Fact]
    public async Task A_function_writes_the_metrics_that_the_alarms_look_at()
    {
        var id = $"unknown-{Guid.NewGuid():N}";
        await RunningSystem.InvokeAsync(
            published.Functions.Lambda, "get-config", $$"""{ "Details": { "Parameters": { "id": "{{id}}" } } }""");
        var line = JsonNode.Parse(Assert.Single(published.Functions.Lines, line => line.Contains(id, StringComparison.Ordinal)))!;
        Assert.Equal("UnknownConfig", (string?)line["event"]);

        // The line follows the answer.
        while (!published.Functions.Lines.Any(IsOfUnknownConfigs))
            await Task.Delay(50, TestContext.Current.CancellationToken);

        static bool IsOfUnknownConfigs(string line) =>
            line.StartsWith('{') && JsonNode.Parse(line) is JsonObject metrics
            && (string?)metrics["_aws"]?["CloudWatchMetrics"]?[0]?["Namespace"] == PublishedFunctions.MetricsNamespace
            && (string?)metrics["kind"] == "config" && (int?)metrics["flowconfigs.unknown_ids"] >= 1;
    }
}
