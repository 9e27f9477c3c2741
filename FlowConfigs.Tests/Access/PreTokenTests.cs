using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Access;

/// <summary>What Cognito's trigger makes of groups: roles, each with the paths in which it holds.</summary>
public sealed class PreTokenTests
{
    private const string Script = """
        import { handler } from './aws-templates/functions/pre-token.mjs';
        console.log(JSON.stringify((await handler(JSON.parse(process.argv[1]))).response));
        """;

    [Theory]
    [InlineData("flow-configs-admin", "", "flow-configs-admin", "admin /")]
    [InlineData("flow-configs-manager:field-office/austin", "", "flow-configs-manager", "manager field-office/austin")]
    [InlineData("flow-configs-manager:a,flow-configs-manager:b,flow-configs-manager:a", "", "flow-configs-manager", "manager a,manager b")]
    [InlineData("flow-configs-viewer,flow-configs-manager:a", "", "flow-configs-viewer,flow-configs-manager", "viewer /,manager a")]
    [InlineData("flow-configs-admin:a,flow-configs-viewer:b", "", "flow-configs-admin,flow-configs-viewer", "admin a,viewer b")]
    [InlineData("flow-configs-admin:a", "flow-configs-viewer:b", "flow-configs-admin,flow-configs-viewer", "admin a,viewer b")]
    [InlineData("", "[flow-configs-viewer, staff]", "flow-configs-viewer,staff", "viewer /")]
    [InlineData("", """["flow-configs-manager:a/b","staff"]""", "flow-configs-manager,staff", "manager a/b")]
    [InlineData("", "flow-configs-viewer", "flow-configs-viewer", "viewer /")]
    [InlineData("staff,flow-configs-owner,my-flow-configs-admin", "", "staff,flow-configs-owner,my-flow-configs-admin", "")]
    [InlineData("", "", "", "")]
    public async Task Groups_become_roles_each_with_paths_of_its_own(string inThePool, string fromTheProvider, string groups, string paths)
    {
        var response = await RunAsync(Split(inThePool), fromTheProvider);

        Assert.Equal(Split(groups), Texts(response["groupOverrideDetails"]!["groupsToOverride"]));
        var claims = response["accessTokenGeneration"]!["claimsToAddOrOverride"]!.AsObject();
        var pairs = claims.Where(claim => claim.Key != "email")
            .SelectMany(claim => Texts(claim.Value).Select(path => $"{claim.Key["flow_configs_".Length..]} {path}"));
        Assert.Equal(Split(paths), pairs);
        Assert.Equal("ada@example.com", (string)claims["email"]!);
    }

    private static async Task<JsonNode> RunAsync(string[] inThePool, string fromTheProvider)
    {
        var attributes = new JsonObject { ["email"] = "ada@example.com" };
        if (fromTheProvider != "")
            attributes["custom:groups"] = fromTheProvider;
        var groups = new JsonObject { ["groupsToOverride"] = new JsonArray([.. inThePool.Select(name => JsonValue.Create(name))]) };
        var request = new JsonObject { ["userAttributes"] = attributes, ["groupConfiguration"] = groups };
        var trigger = new JsonObject { ["request"] = request }.ToJsonString();
        var command = new ProcessCommand("node", ["--input-type=module", "-e", Script, trigger], Repository.Root);
        var (exitCode, output) = await Programs.RunAsync(command, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!["claimsAndScopesOverrideDetails"]!;
    }

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(value => (string)value!);
}
