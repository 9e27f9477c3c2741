namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect plan and deploy: one component alone, and nothing that nobody could bring back.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectDeployTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().WithInstance();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Deploy_of_a_component_touches_its_stack_alone()
    {
        await folder.DoneAsync("connect", "deploy", "queues", "--yes");
        Assert.Equal(["connect-acme-queues"], Executed());
        Assert.All(
            folder.CallArguments.Where(call => call[1] == "cloudformation" && call.Contains("--stack-name")),
            call => Assert.Equal("connect-acme-queues", call[Array.IndexOf(call, "--stack-name") + 1]));
        var change = folder.CallArguments.Single(call => call[2] == "create-change-set");
        Assert.Contains("Key=connect-instance,Value=acme", change);
        Assert.DoesNotContain("--parameters", change);
    }

    [Theory]
    [InlineData("users", "connect-acme-users-03 connect-acme-users-07")]
    [InlineData("users-07", "connect-acme-users-07")]
    [InlineData("50-users-07", "connect-acme-users-07")]
    public async Task A_component_of_several_stacks_is_deployed_as_a_whole_or_one_by_one(string part, string stacks)
    {
        await folder.DoneAsync("connect", "deploy", part, "--yes");
        Assert.Equal(stacks.Split(' '), Executed());
    }

    [Fact]
    public async Task Deploy_without_a_name_does_everything_in_order_and_protects_instance_and_numbers()
    {
        await folder.DoneAsync("connect", "deploy", "--yes");
        Assert.Equal(
            "instance hours numbers queues users-03 users-07 flows quick-connects".Split(' ').Select(name => $"connect-acme-{name}"),
            Executed());
        Assert.Equal(
            ["connect-acme-instance", "connect-acme-numbers"],
            folder.CallArguments.Where(call => call[2] == "update-termination-protection").Select(call => call[4]));
    }

    [Fact]
    public async Task Built_in_things_are_published_where_they_are_missing_or_different()
    {
        folder.Write("fake/connect", folder.Read("fake/connect") + "/connect/acme/security-profile/Agent\tarn:of-an-older-instance\n");
        await folder.DoneAsync("connect", "deploy", "instance", "--yes");
        Assert.Contains("/connect/acme/security-profile/Agent\tarn:security-profile/agent\n", folder.Read("fake/connect"));
        Assert.Contains("/connect/acme/flow/Default-queue-transfer\tarn:contact-flow/transfer\n", folder.Read("fake/connect"));
        Assert.Equal(2, folder.Calls.Count(call => call.Contains("put-parameter")));

        await folder.DoneAsync("connect", "deploy", "instance", "--yes");
        Assert.Equal(2, folder.Calls.Count(call => call.Contains("put-parameter")));
    }

    [Theory]
    [InlineData("Modify", "True", "AWS::Connect::Instance", "instance", "Replace")]
    [InlineData("Modify", "Conditional", "AWS::Connect::PhoneNumber", "numbers", "Replace")]
    [InlineData("Remove", "None", "AWS::Connect::User", "users-03", "Remove")]
    public async Task What_nobody_could_bring_back_is_replaced_or_removed_by_name_alone(
        string action, string replacement, string type, string part, string shown)
    {
        folder.Answer("* describe-change-set *Changes*", $"{action}\tThing\t{type}\t{replacement}");
        foreach (var other in new[] { "", "Thin", "Thing2" })
        {
            string[] allow = other.Length > 0 ? ["--allow", other] : [];
            var refused = await folder.RunAsync(["connect", "deploy", part, "--yes", .. allow]);
            Assert.Equal(1, refused.Exit);
            Assert.Contains($"{shown} of Thing ({type})", refused.Errors);
            Assert.Contains("If this is what you want, add: --allow Thing\n", refused.Errors);
            Assert.Empty(Executed());
        }

        await folder.DoneAsync("connect", "deploy", part, "--yes", "--allow", "Other", "--allow", "Thing");
        Assert.Equal([$"connect-acme-{part}"], Executed());
    }

    [Fact]
    public async Task Nobody_who_can_answer_is_no_yes()
    {
        var result = await folder.RunAsync("connect", "deploy", "queues");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Stopped; nothing more was changed.", result.Errors);
        Assert.Empty(Executed());
    }

    [Fact]
    public async Task What_a_component_names_has_to_be_there_first()
    {
        folder.WithInstance(published: ["instance/acme"]);
        var result = await folder.RunAsync("connect", "deploy", "queues", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("35-queues names what is not there yet: hours/Office. Deploy first: hours", result.Errors);
        Assert.DoesNotContain(folder.Calls, call => call.Contains("change-set"));
    }

    [Fact]
    public async Task A_long_template_goes_by_the_bucket_which_is_made_if_need_be()
    {
        folder.Write("connect/acme/templates/65-flows.json", new string(' ', 51_201));
        await folder.DoneAsync("connect", "deploy", "flows", "--yes");
        Assert.Equal(["flow-configs-dev-artifacts", "connect-acme-flows"], Executed());
        const string template = "connect/acme/templates/65-flows-";
        Assert.Contains(folder.Calls, call => call.Contains($" s3://artifact-bucket-in-us-east-1/{template}"));
        const string url = "--template-url https://artifact-bucket-in-us-east-1.s3.us-east-1.amazonaws.com";
        Assert.Contains(folder.Calls, call => call.Contains($"{url}/{template}"));
    }

    [Fact]
    public async Task A_bucket_that_could_not_be_made_is_explained()
    {
        folder.Write("connect/acme/templates/65-flows.json", new string(' ', 51_201)).Set("CUSTOMER_KEY", null);
        var result = await folder.RunAsync("connect", "deploy", "flows", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("CUSTOMER_KEY is missing in", result.Errors);
        Assert.Empty(Executed());
    }

    private IEnumerable<string> Executed() =>
        folder.CallArguments.Where(call => call[2] == "execute-change-set").Select(call => call[4]);
}
