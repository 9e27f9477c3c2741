namespace FlowConfigs.Tests.Publishing;

/// <summary>What CloudFormation cannot do: numbers to flows, queues and quick connects, the replica and its share of the calls.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectLinksTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().WithInstance();

    public void Dispose() => folder.Dispose();

    private IEnumerable<string> Linked => folder.Changes.Where(call => call.Split(' ')[1] == "connect");

    [Fact]
    public async Task Links_are_made_once()
    {
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal(
            [
                "us-east-1 connect associate-phone-number-contact-flow --phone-number-id main --instance-id acme --contact-flow-id Main",
                "us-east-1 connect associate-queue-quick-connects --instance-id acme --queue-id Sales --quick-connect-ids Boss Desk",
            ],
            Linked);
        var before = folder.Calls.Count;
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.All(folder.Calls.Skip(before), call => Assert.True(OpsCalls.OnlyRead(call), call));
    }

    [Fact]
    public async Task Quick_connects_of_a_queue_are_linked_and_unlinked_50_at_a_time()
    {
        var names = Enumerable.Range(0, 60).Select(number => $"QC{number:D2}").ToList();
        folder.WithInstance(published: ["instance/acme", .. OpsConnect.Published, .. names.Select(name => $"quick-connect/{name}")])
            .WithTable(quickConnects: string.Join(' ', names.Select(name => $"'queue/Sales|quick-connect/{name}'")));
        await folder.DoneAsync("connect", "deploy", "links");
        // As reported in hashicorp/terraform-provider-aws#33447.
        Assert.Equal([50, 10], Batches("associate-queue-quick-connects"));
        Assert.Equal(60, folder.Read("fake/linked-Sales").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        folder.WithTable(quickConnects: "");
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal([50, 10], Batches("disassociate-queue-quick-connects"));
    }

    [Fact]
    public async Task A_call_that_AWS_throttles_is_made_again_and_any_other_fault_ends_it()
    {
        folder.Answer("* associate-queue-quick-connects *", "An error occurred (ThrottlingException): Rate exceeded", exit: 254, once: true);
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal([2, 2], Batches("associate-queue-quick-connects"));
        Assert.Equal("Boss\nDesk\n", folder.Read("fake/linked-Sales"));

        folder.WithTable(quickConnects: "'queue/Sales|quick-connect/Desk'")
            .Answer("* disassociate-queue-quick-connects *", "An error occurred (AccessDeniedException): no", exit: 254);
        var refused = await folder.RunAsync("connect", "deploy", "links");
        Assert.NotEqual(0, refused.Exit);
        Assert.Contains("AccessDeniedException", refused.Errors);
        Assert.Single(Batches("disassociate-queue-quick-connects"));
    }

    private IEnumerable<int> Batches(string command) => Linked.Where(call => call.Split(' ')[2] == command)
        .Select(call => call.Split("--quick-connect-ids ")[1].Split(' ').Length);

    [Theory]
    [InlineData("numbers", true)]
    [InlineData("flows", true)]
    [InlineData("queues", true)]
    [InlineData("quick-connects", true)]
    [InlineData("hours", false)]
    public async Task Links_follow_the_components_that_they_are_about(string component, bool linked)
    {
        await folder.DoneAsync("connect", "deploy", component, "--yes");
        Assert.Equal(linked, Linked.Any());
    }

    [Fact]
    public async Task A_quick_connect_that_the_model_no_longer_has_goes_and_one_that_it_never_had_stays()
    {
        folder.Write("fake/linked-Sales", "Boss\nDesk\nof-somebody-else\n").WithTable(quickConnects: "'queue/Sales|quick-connect/Desk'");
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal("Desk\nof-somebody-else\n", folder.Read("fake/linked-Sales"));
    }

    [Fact]
    public async Task A_number_that_leads_elsewhere_is_led_back()
    {
        folder.Write("fake/number-flows", "arn:phone-number/main\tarn:contact-flow/Other\n");
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Contains(Linked, call => call.Contains("associate-phone-number-contact-flow"));
    }

    [Fact]
    public async Task A_CLI_that_cannot_say_where_numbers_lead_associates_them_again()
    {
        folder.Answer("* list-flow-associations *", "aws: error: argument operation: Invalid choice, valid choices are:", exit: 252);
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Contains(Linked, call => call.Contains("associate-phone-number-contact-flow"));
    }

    [Fact]
    public async Task What_a_link_waits_for_is_named_with_its_deployment()
    {
        folder.WithInstance(published: ["instance/acme", .. OpsConnect.Published.Except(["flow/Main", "quick-connect/Desk"])]);
        var one = await folder.DoneAsync("connect", "deploy", "numbers", "--yes");
        Assert.Contains("there is no flow/Main yet. Run ops connect deploy flows.", one.Errors);
        Assert.Contains("there is no quick-connect/Desk yet. Run ops connect deploy quick-connects.", one.Errors);

        var all = await folder.RunAsync("connect", "deploy", "links");
        Assert.Equal(1, all.Exit);
        Assert.Contains("2 links are not made.", all.Errors);
    }

    [Fact]
    public async Task A_replica_gets_its_group_the_numbers_and_its_share_once()
    {
        folder.WithTable(replica: "us-west-2");
        // The number leads to its flow already; it has to again once it belongs to the group.
        folder.Write("fake/number-flows", "main\tMain\n").Write("fake/linked-Sales", "Boss\nDesk\n");
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal(
            [
                "replicate-instance", "create-traffic-distribution-group", "update-phone-number", "update-traffic-distribution",
                "associate-phone-number-contact-flow",
            ],
            Linked.Select(call => call.Split(' ')[2]));
        Assert.Equal("us-east-1\t80\nus-west-2\t20\n", folder.Read("fake/shares"));
        var before = folder.Calls.Count;
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.All(folder.Calls.Skip(before), call => Assert.True(OpsCalls.OnlyRead(call), call));

        folder.WithTable(replica: "us-west-2", share: 100);
        await folder.DoneAsync("connect", "deploy", "links");
        Assert.Equal("us-east-1\t0\nus-west-2\t100\n", folder.Read("fake/shares"));
    }

    [Theory]
    [InlineData("eu-west-2", "SAML", "An instance in us-east-1 has no replica in eu-west-2. Possible: us-east-1/us-west-2")]
    [InlineData("us-west-2", "CONNECT_MANAGED", "signs in by CONNECT_MANAGED; only one that signs in by SAML has a replica.")]
    public async Task A_replica_that_AWS_would_not_make_is_refused(string region, string identity, string message)
    {
        folder.WithTable(replica: region).Answer("* describe-instance *IdentityManagementType", identity);
        var result = await folder.RunAsync("connect", "deploy", "links");
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(folder.Changes);
    }
}
