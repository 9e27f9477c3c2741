using System.Net;
using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>What somebody may see and change, on Kestrel and as a Lambda.</summary>
public abstract class AccessTests
{
    private readonly TheSystem the;
    private readonly HttpClient accounts;
    private readonly ConfigsClient admin;
    private readonly string id = $"test-{Guid.NewGuid():N}";

    protected AccessTests(TheSystem the, HttpClient http, HttpClient accounts) =>
        (this.the, this.accounts, admin) = (the, accounts, new(http));

    private string Office => $"{id}~austin";

    [Fact]
    public async Task Whoever_is_narrowed_to_a_path_sees_it_and_what_is_below_in_lists_and_searches()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo($"{id}/austin");

        Assert.Equal([$"{id}/austin", $"{id}/austin/desk"], await IdsAsync(manager, ""));
        Assert.Equal([$"{id}/austin", $"{id}/austin/desk"], await IdsAsync(manager, $"?path={id}"));
        Assert.Equal([$"{id}/austin/desk"], await IdsAsync(manager, $"?path={id}/austin/desk"));
        Assert.Equal([$"{id}/austin", $"{id}/austin/desk"], await IdsAsync(manager, "?text=austin"));
        Assert.Empty(await IdsAsync(manager, $"?path={id}/boston"));
        Assert.Equal([$"{id}/austin"], await IdsAsync(manager, "?limit=1"));
        Assert.Equal([$"{id}/austin/desk"], await IdsAsync(manager, $"?limit=1&after={id}/austin"));
    }

    [Fact]
    public async Task Whoever_is_narrowed_to_several_paths_sees_all_of_them()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo($"{id}/boston", $"{id}/austin/desk");
        Assert.Equal([$"{id}/austin/desk", $"{id}/boston"], await IdsAsync(manager, $"?path={id}"));
        Assert.Equal([$"{id}/austin/desk"], await IdsAsync(manager, $"?path={id}&limit=1"));
    }

    [Fact]
    public async Task Whoever_is_narrowed_to_a_path_reads_and_changes_there_and_nowhere_else()
    {
        await MakeOfficesAsync();
        var manager = NarrowedTo($"{id}/austin");

        var read = await manager.Get(Office);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var saved = await manager.Put(Office, 1, """{ "overrides": { "Closure": { "value": "true" } } }""");
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("narrowed@example.com", (string)(await saved.Json())["saved"]!["by"]!);

        foreach (var other in new[] { id, $"{id}~boston", $"{id}~austin-north", $"{id}~nowhere" })
        {
            await manager.Get(other).Refused(403, "You don't have permission to view");
            await manager.Put(other, 1, "{}").Refused(403, "You don't have permission to change values of");
        }
    }

    [Fact]
    public async Task A_manager_changes_values_and_never_what_there_is()
    {
        await admin.Post(id, ConfigsClient.Body(closure: "false"));
        var manager = new ConfigsClient(accounts, await the.Running.SignIn.AccessTokenAsync("manager"));

        Assert.Equal(HttpStatusCode.OK, (await manager.Put(id, 1, ConfigsClient.Body(closure: "true"))).StatusCode);
        await manager.Put(id, 2, ConfigsClient.Body(closure: "true", description: "Mine")).Refused(403, "You don't have permission to define");
        await manager.Put(id, 2, "{}").Refused(403, "You don't have permission to define");
        await manager.Put(id, 1, ConfigsClient.Body(closure: "true")).Refused(412, "Someone else saved first");
        await manager.Post($"{id}~austin", "{}").Refused(403, "You don't have permission to define");
        await manager.Delete(id, 2).Refused(403, "You don't have permission to delete");
        Assert.Equal("\"2\"", (await admin.Get(id)).Headers.ETag?.Tag);
    }

    [Theory]
    [InlineData("viewer", "viewer@example.com", "/", "view,viewCalls,viewCalendar,viewMail")]
    [InlineData("manager", "manager@example.com", "/", "view,editValues,activate,viewCalls,seeNumbers,viewCalendar,viewMail,sendMail")]
    [InlineData("manager-austin", "manager-austin@example.com", "field-office/austin", "view,editValues,activate")]
    [InlineData("admin", "admin@example.com", "/",
        "view,editValues,define,delete,activate,manage,viewCalls,seeNumbers,viewCalendar,viewMail,sendMail")]
    public async Task Everybody_learns_who_they_are_and_what_they_may_do_where(string account, string email, string path, string scenarios)
    {
        var me = await ReadAsync("/api/me", await the.Running.SignIn.AccessTokenAsync(account));
        Assert.Equal(email, (string)me["email"]!);
        var rights = Assert.Single(me["rights"]!.AsArray())!;
        Assert.Equal(path, (string)rights["path"]!);
        Assert.Equal(scenarios, string.Join(',', rights["scenarios"]!.AsArray().Select(right => (string)right!)));
    }

    [Fact]
    public async Task Somebody_without_a_role_may_do_nothing()
    {
        var nobody = new ForgedTokens(the.Running.SignIn).Signed(claims => claims["cognito:groups"] = new JsonArray("staff"));
        Assert.Empty((await ReadAsync("/api/me", nobody))["rights"]!.AsArray());
        await new ConfigsClient(accounts, nobody).Send(HttpMethod.Get, "/api/configs").Refused(403, "You don't have permission to view");
    }

    [Fact]
    public async Task An_admin_of_one_office_who_views_another_is_no_admin_there()
    {
        await MakeOfficesAsync();
        var token = new ForgedTokens(the.Running.SignIn).Of(
            "both@example.com", ("flow-configs-admin", [$"{id}/austin"]), ("flow-configs-viewer", [$"{id}/boston"]));
        var both = new ConfigsClient(accounts, token);

        Assert.Equal([$"{id}/austin", $"{id}/austin/desk", $"{id}/boston"], await IdsAsync(both, $"?path={id}"));
        Assert.Equal(HttpStatusCode.OK, (await both.Put(Office, 1, """{ "description": "Mine" }""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await both.Get($"{id}~boston")).StatusCode);
        await both.Put($"{id}~boston", 1, "{}").Refused(403, "You don't have permission to change values of");
        await both.Post($"{id}~boston~desk", "{}").Refused(403, "You don't have permission to define");
        await both.Delete($"{id}~boston", 1).Refused(403, "You don't have permission to delete");
        var rights = (await ReadAsync("/api/me", token))["rights"]!.AsArray()
            .ToDictionary(place => (string)place!["path"]!, place => string.Join(',', place!["configs"]!.AsArray().Select(right => (string)right!)));
        Assert.Equal(("view,editValues,define,delete", "view"), (rights[$"{id}/austin"], rights[$"{id}/boston"]));
    }

    [Fact]
    public async Task A_viewer_of_everything_who_manages_one_office_changes_nothing_else()
    {
        await MakeOfficesAsync();
        var both = new ConfigsClient(accounts, new ForgedTokens(the.Running.SignIn).Of(
            "both@example.com", ("flow-configs-viewer", ["/"]), ("flow-configs-manager", [$"{id}/austin"])));

        Assert.Equal(5, (await IdsAsync(both, $"?path={id}")).Count());
        Assert.Equal(HttpStatusCode.OK, (await both.Put(Office, 1, """{ "overrides": { "Closure": { "value": "true" } } }""")).StatusCode);
        await both.Put(id, 1, "{}").Refused(403, "You don't have permission to change values of");
    }

    [Fact]
    public async Task A_role_without_paths_may_do_nothing()
    {
        var nowhere = new ForgedTokens(the.Running.SignIn).Of("nowhere@example.com", "flow-configs-admin");
        await new ConfigsClient(accounts, nowhere).Send(HttpMethod.Get, "/api/configs").Refused(403, "You don't have permission to view");
        await new ConfigsClient(accounts, nowhere).Get(id).Refused(403, "You don't have permission to view");
    }

    [Fact]
    public async Task The_web_app_learns_how_to_sign_in_before_anybody_has()
    {
        var signIn = (await ReadAsync("/api/public-settings", null))["signIn"]!;
        Assert.Equal((the.Running.SignIn.Issuer, SignIn.Client), ((string)signIn["issuer"]!, (string)signIn["client"]!));
        Assert.Equal(("local_flowconfigs", "ConnectSSO"), ((string)signIn["userPool"]!, (string)signIn["provider"]!));
    }

    private async Task MakeOfficesAsync()
    {
        await admin.Post(id, ConfigsClient.Body(closure: "false"));
        foreach (var office in new[] { "austin", "austin~desk", "austin-north", "boston" })
            Assert.Equal(HttpStatusCode.Created, (await admin.Post($"{id}~{office}", "{}")).StatusCode);
    }

    private ConfigsClient NarrowedTo(params IEnumerable<string> paths) =>
        new(accounts, new ForgedTokens(the.Running.SignIn).Of("narrowed@example.com", "flow-configs-manager", paths));

    private static async Task<IEnumerable<string>> IdsAsync(ConfigsClient client, string query) =>
        (await (await client.Send(HttpMethod.Get, $"/api/configs{query}")).Json())["items"]!.AsArray().Select(item => (string)item!["id"]!);

    private async Task<JsonNode> ReadAsync(string path, string? token) =>
        await (await new ConfigsClient(accounts, token).Send(HttpMethod.Get, path)).Json();
}

public sealed class AccessOnKestrelTests(TheSystem the)
    : AccessTests(the, the.Running.Api, the.Running.ApiUnsigned), IClassFixture<TheSystem>;
