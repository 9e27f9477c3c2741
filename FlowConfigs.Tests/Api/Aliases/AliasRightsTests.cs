using System.Net;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Aliases;

/// <summary>Whoever deletes or moves a config changes the aliases that point at it, and needs the right on those too.</summary>
public sealed class AliasRightsTests(TheSystem the) : IClassFixture<TheSystem>
{
    private readonly ConfigsClient admin = new(the.Running.Api);
    private readonly string id = $"test-{Guid.NewGuid():N}";

    private string Desk => $"{id}~austin~desk";

    private ConfigsClient AdminOfAustin => new(
        the.Running.ApiUnsigned, new ForgedTokens(the.Running.SignIn).Of("austin@example.com", "flow-configs-admin", $"{id}/austin"));

    [Fact]
    public async Task Deleting_a_config_with_an_alias_outside_the_callers_path_is_rejected()
    {
        await MakeAsync($"{id}-number");
        await AdminOfAustin.Send(HttpMethod.Delete, $"/api/configs/{Desk}?aliases=true", null, "\"1\"")
            .Refused(403, $"You don't have permission to define {id}-number.");
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(Desk)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.Send(HttpMethod.Get, $"/api/aliases/{id}-number")).StatusCode);
    }

    [Fact]
    public async Task Moving_a_config_with_an_alias_outside_the_callers_path_is_rejected()
    {
        await MakeAsync($"{id}-number");
        await AdminOfAustin.Send(HttpMethod.Post, $"/api/configs/{Desk}/move", $$"""{ "to": "{{id}}/austin/bench" }""", "\"1\"")
            .Refused(403, $"You don't have permission to define {id}-number.");
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(Desk)).StatusCode);
        await admin.Get($"{id}~austin~bench").Refused(404, "There is no config");
    }

    [Fact]
    public async Task Aliases_in_the_callers_path_go_with_their_config()
    {
        await MakeAsync($"{id}~austin~number");
        var moved = await AdminOfAustin.Send(
            HttpMethod.Post, $"/api/configs/{Desk}/move", $$"""{ "to": "{{id}}/austin/bench", "alias": false }""", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var deleted = await AdminOfAustin.Send(HttpMethod.Delete, $"/api/configs/{id}~austin~bench?aliases=true", null, moved.Headers.ETag!.Tag);
        Assert.Equal(1, (int)(await deleted.Json())["aliases"]!);
    }

    private async Task MakeAsync(string alias)
    {
        Assert.Equal(HttpStatusCode.Created, (await admin.Post(Desk, ConfigsClient.Body(closure: "false"))).StatusCode);
        var made = await admin.Send(HttpMethod.Put, $"/api/aliases/{alias}", $$"""{ "target": "{{id}}/austin/desk" }""");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }
}
