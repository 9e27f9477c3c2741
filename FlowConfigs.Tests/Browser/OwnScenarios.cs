using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Browser;

/// <summary>Scenarios of a test's own.</summary>
internal sealed class OwnScenarios(RunningSystem system)
{
    private readonly ScenariosClient api = new(system.Api);

    /// <summary>One that closes a config; returns its id.</summary>
    public async Task<string> ClosingAsync(string config)
    {
        var id = $"alarm-{Guid.NewGuid():N}";
        using var saved = await api.Put(id, ScenariosClient.Body([config]));
        saved.EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Switches one on until so many minutes from now.</summary>
    public async Task TurnOnAsync(string id, int minutes)
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        using var on = await api.On(id, new JsonObject { ["until"] = until, ["timeZone"] = "UTC" }.ToJsonString());
        on.EnsureSuccessStatusCode();
    }

    public async Task TurnOffAsync(string id)
    {
        using var off = await api.Off(id);
        off.EnsureSuccessStatusCode();
    }

    /// <summary>What the next caller of a config gets under a key.</summary>
    public async Task<string?> ForCallerAsync(string config, string key)
    {
        var details = new JsonObject
        {
            ["ContactData"] = new JsonObject { ["Channel"] = "VOICE" },
            ["Parameters"] = new JsonObject { ["id"] = config },
        };
        return (string?)(await system.InvokeAsync("get-config", new JsonObject { ["Details"] = details }.ToJsonString()))[key];
    }
}
