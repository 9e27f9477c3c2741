
namespace FlowConfigs.Tests.Access;

/// <summary>The policy files by themselves, as the Cedar engine reads them. The running system has installed it.</summary>
public sealed class PoliciesTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static readonly string Emulators = Repository.Path("FlowConfigs.AppHost/emulators");
    private static readonly string Policies = Repository.Path("aws-templates/policies");

    [Fact]
    public async Task Policies_fit_their_schema_and_schema_json_is_made_from_it()
    {
        Assert.NotNull(the.Running);
        var (exitCode, output) = await CheckAsync(Policies);
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("""permit (principal, action == FlowConfigs::Action::"Wish", resource);""", "Wish")]
    [InlineData("""permit (principal, action, resource) when { resource.owner == "me" };""", "owner")]
    [InlineData("""permit (principal, action, resource) when { context.token.flow_configs_admin.contains("/") };""", "flow_configs_admin")]
    [InlineData("permit (principal)", "unexpected")]
    public async Task A_policy_that_does_not_fit_the_schema_is_refused(string policy, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("policies-").FullName;
        File.Copy(Path.Combine(Policies, "schema.cedarschema"), Path.Combine(folder, "schema.cedarschema"));
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong.cedar"), policy, TestContext.Current.CancellationToken);

        var (exitCode, output) = await CheckAsync(folder);

        Assert.Equal(1, exitCode);
        Assert.Contains(problem, output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_emulators_lock_file_names_no_registry_so_that_npm_ci_works_with_any()
    {
        var lockFile = await File.ReadAllTextAsync(Path.Combine(Emulators, "package-lock.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"resolved\": \"http", lockFile, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> CheckAsync(string folder) => Programs.RunAsync(
        new ProcessCommand("node", ["verified-permissions/check.mjs"], Emulators)
        {
            Environment = new Dictionary<string, string?> { ["POLICIES"] = folder },
        },
        TestContext.Current.CancellationToken);
}
