using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;
using FlowConfigs.Tests.Api.Scenarios;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>
/// Two at once: whichever of the API's requests to the table somebody else comes in before, nobody gets done what they may not do, and
/// nobody's change is lost. Each test runs once for every such request.
/// </summary>
public sealed class InterleavedAccessTests(TheSystem the) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private const int MostRequests = 40;

    private readonly ConfigsClient admin = new(the.Running.Api);
    private GatedApi gated = null!;
    private bool rivalCame;

    public async ValueTask InitializeAsync() => gated = await GatedApi.StartAsync(the.Running);

    public ValueTask DisposeAsync() => gated.DisposeAsync();

    [Fact]
    public async Task A_manager_cannot_take_back_what_an_admin_defines_by_a_save() => await AtEveryRequestAsync(async (id, at) =>
    {
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        gated.Before(at, () => Rival(admin.Put(id, 1, WithSecret("false"))));
        var manager = await ManagerAsync();
        using var saved = await manager.Put(id, 2, ConfigsClient.Body(closure: "true"));
        Assert.Contains(saved.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.PreconditionFailed });
        await KeptAsync(id, saved);
    });

    [Fact]
    public async Task A_manager_cannot_take_back_what_an_admin_defines_by_a_restore() => await AtEveryRequestAsync(async (id, at) =>
    {
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        await Ok(admin.Put(id, 1, ConfigsClient.Body(closure: "true")));
        gated.Before(at, () => Rival(admin.Put(id, 2, WithSecret("true"))));
        var manager = await ManagerAsync();
        using var restored = await manager.Send(HttpMethod.Post, $"/api/configs/{id}/restore", """{ "version": "1" }""", "\"3\"");
        Assert.Contains(restored.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.PreconditionFailed });
        await KeptAsync(id, restored);
    });

    [Fact]
    public async Task A_scenario_that_comes_to_reach_further_is_not_switched_on_by_who_may_not() => await AtEveryRequestAsync(async (id, at) =>
    {
        await MakeOfficesAsync(id);
        var scenario = $"/api/scenarios/{id}~austin~fire";
        await Made(admin.Send(HttpMethod.Put, scenario, ScenariosClient.Body([$"{id}/austin"])));
        var both = ScenariosClient.Body([$"{id}/austin", $"{id}/boston"]);
        gated.Before(at, () => Rival(admin.Send(HttpMethod.Put, scenario, both, "\"1\"")));
        using var on = await NarrowedTo(id, "austin", "flow-configs-manager").Send(HttpMethod.Post, $"{scenario}/on", ScenariosClient.AnHour());
        var boston = await (await admin.Get($"{id}~boston")).Json();
        Assert.Empty(boston["scenarios"]!.AsArray());
        Assert.Contains(on.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Forbidden });
    });

    [Fact]
    public async Task A_move_takes_along_what_was_saved_meanwhile_or_is_refused() => await AtEveryRequestAsync(async (id, at) =>
    {
        await MakeOfficesAsync(id);
        await Made(admin.Post($"{id}~austin~desk", ConfigsClient.Body(closure: "false").Replace("Closure", "Desk", StringComparison.Ordinal)));
        gated.Before(at, () => Rival(admin.Put($"{id}~austin~desk", 1, WithSecret("false").Replace("Closure", "Desk", StringComparison.Ordinal))));
        var move = $$"""{ "to": "{{id}}/austin/bench" }""";
        using var moved = await NarrowedTo(id, "austin", "flow-configs-admin")
            .Send(HttpMethod.Post, $"/api/configs/{id}~austin~desk/move", move, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, moved.StatusCode);
        await KeptAsync($"{id}~austin~desk", moved);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"{id}~austin~bench")).StatusCode);
    });

    [Fact]
    public async Task An_import_overwrites_only_what_it_has_read() => await AtEveryRequestAsync(async (id, at) =>
    {
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        var file = await (await admin.Send(HttpMethod.Get, $"/api/export?path={id}")).Json();
        file["configs"]![0]!["description"] = "imported";
        gated.Before(at, () => Rival(admin.Put(id, 1, WithSecret("false"))));
        var importer = new ConfigsClient(gated.Http, await the.Running.SignIn.AccessTokenAsync("admin"));
        using var imported = await importer.Send(HttpMethod.Post, "/api/import?dryRun=false", file.ToJsonString());
        var versions = (await (await admin.Send(HttpMethod.Get, $"/api/configs/{id}/versions")).Json())["items"]!.AsArray();
        if (imported.StatusCode == HttpStatusCode.Conflict)
            await KeptAsync(id, imported);
        else
            Assert.Equal((HttpStatusCode.OK, 3), (imported.StatusCode, versions.Count));
        Assert.All(versions, version => Assert.Equal("whole", (string?)version!["link"]));
    });

    [Fact]
    public async Task A_write_that_DynamoDB_throttles_is_tried_again_and_in_the_end_answered_with_503_and_Retry_After()
    {
        var id = $"test-{Guid.NewGuid():N}";
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        var caller = new ConfigsClient(gated.Http, await the.Running.SignIn.AccessTokenAsync("admin"));
        gated.CancelWrites("ThrottlingError");
        using var refused = await caller.Put(id, 1, ConfigsClient.Body(closure: "true"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.InRange(gated.Asked, 4, 60);
    }

    /// <summary>Once for each request to the table, until one comes that is not sent any more.</summary>
    private async Task AtEveryRequestAsync(Func<string, int, Task> test)
    {
        for (var at = 1; at <= MostRequests; at++)
        {
            var id = $"test-{Guid.NewGuid():N}";
            rivalCame = false;
            try
            {
                await test(id, at);
            }
            catch (Exception) when (!rivalCame)
            {
                // The other one never came in, or too late: what is said of the two does not hold.
            }

            if (!rivalCame)
            {
                Assert.InRange(at, 2, MostRequests);
                return;
            }
        }

        Assert.Fail($"It sends more than {MostRequests} requests.");
    }

    private async Task<ConfigsClient> ManagerAsync() => new(gated.Http, await the.Running.SignIn.AccessTokenAsync("manager"));

    private ConfigsClient NarrowedTo(string id, string office, string group) =>
        new(gated.Http, new ForgedTokens(the.Running.SignIn).Of($"{office}@example.com", group, $"{id}/{office}"));

    private async Task MakeOfficesAsync(string id)
    {
        await Made(admin.Post(id, ConfigsClient.Body(closure: "false")));
        foreach (var office in new[] { "austin", "boston" })
            await Made(admin.Post($"{id}~{office}", "{}"));
    }

    private async Task Rival(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        rivalCame = answer.StatusCode == HttpStatusCode.OK;
    }

    private static string WithSecret(string closure)
    {
        var body = JsonNode.Parse(ConfigsClient.Body(closure))!;
        body["variables"]!.AsArray().Add(new JsonObject { ["name"] = "Secret", ["kind"] = "text", ["value"] = "kept" });
        return body.ToJsonString();
    }

    private async Task KeptAsync(string id, HttpResponseMessage answer)
    {
        var current = await (await admin.Get(id)).Json();
        var kept = current["variables"]!.AsArray().Any(variable => (string?)variable!["name"] == "Secret");
        Assert.True(kept, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task Made(Task<HttpResponseMessage> sending) => Assert.Equal(HttpStatusCode.Created, (await sending).StatusCode);

    private static async Task Ok(Task<HttpResponseMessage> sending) => Assert.Equal(HttpStatusCode.OK, (await sending).StatusCode);
}
