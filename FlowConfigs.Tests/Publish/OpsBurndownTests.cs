namespace FlowConfigs.Tests.Publish;

/// <summary>ops burndown: everything goes, and nothing without the name of the stage.</summary>
public sealed class OpsBurndownTests : IDisposable
{
    private static readonly string[] Kept =
    [
        "dynamodb delete-table", "cognito-idp delete-user-pool", "verifiedpermissions delete-policy-store", "kms schedule-key-deletion",
        "logs delete-log-group",
    ];

    private readonly OpsFolder folder = new OpsFolder().Installed();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Burndown_takes_everything_in_reverse_order()
    {
        await folder.DoneAsync("burndown", "--confirm", "dev");
        string[] stacks = ["watch", "connect", "web", "web-bucket", "api", "authz", "identity", "data", "artifacts"];
        Assert.Equal(stacks, DeletedIn("us-east-1"));
        Assert.Equal(stacks.Except(["web", "data"]), DeletedIn("us-west-2"));

        var changes = folder.Changes.Select(OpsCalls.First).ToList();
        foreach (var region in new[] { "us-east-1", "us-west-2" })
        {
            Assert.Equal(2, changes.Count(change => change == $"{region} s3api delete-objects"));
            foreach (var kept in Kept)
                Assert.True(changes.LastIndexOf($"{region} {kept}") > changes.LastIndexOf("us-east-1 cloudformation delete-stack"), kept);
        }

        Assert.True(changes.IndexOf("us-west-2 dynamodb delete-table") < changes.IndexOf("us-east-1 dynamodb delete-table"));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("")]
    public async Task Burndown_needs_the_name_of_the_stage(string name)
    {
        var result = await folder.RunAsync("burndown", "--yes", "--confirm", name);
        Assert.Equal(1, result.Exit);
        Assert.Contains($"\"{name}\" is not the name of the stage (dev). Nothing was deleted.", result.Errors);
        Assert.DoesNotContain(folder.Changes, change => !change.Contains("--generate-cli-skeleton"));
    }

    [Fact]
    public async Task Burndown_does_not_begin_with_a_CLI_that_could_not_end_it()
    {
        folder.Answer("* verifiedpermissions * --generate-cli-skeleton*", "Invalid choice", exit: 252);
        var result = await folder.RunAsync("burndown", "--confirm", "dev");
        Assert.Equal(1, result.Exit);
        Assert.Contains("is too old for burndown: it does not know \"aws verifiedpermissions delete-policy-store\"", result.Errors);
        Assert.DoesNotContain(folder.Changes, change => !change.Contains("--generate-cli-skeleton"));
    }

    private IEnumerable<string> DeletedIn(string region) => folder.CallArguments
        .Where(call => call[0] == region && call[2] == "delete-stack")
        .Select(call => call[4]["flow-configs-dev-".Length..]);
}
