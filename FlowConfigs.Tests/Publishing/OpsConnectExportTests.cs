using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.Publishing;

/// <summary>ops connect export with the AWS CLI itself, from recorded answers of an instance that was built by hand.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsConnectExportTests : IDisposable
{
    private const string Instance = "0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e";

    private readonly OpsFolder folder = new();

    public static TheoryData<string> Clis => OpsCli.All;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Clis))]
    public async Task An_instance_becomes_a_model_with_names_in_the_place_of_ids(string cli)
    {
        await using var connect = await UseAsync(cli, ConnectAnswers.Recorded());
        var result = await ExportAsync();

        var expected = JsonNode.Parse(Expected("contact-center.json"))!;
        var older = result.Output.Contains("too old");
        if (older)
        {
            // Debian's CLI is of 2022, and says what it could not ask.
            Assert.Contains("too old to say which flows the numbers lead to", result.Output);
            Assert.Contains("too old to say which applications security profiles may use", result.Output);
            expected["numbers"]![0]!.AsObject().Remove("flow");
            expected["securityProfiles"]![0]!.AsObject().Remove("applications");
            Assert.Contains("too old to read how agents take contacts of several channels", result.Output);
            expected["routingProfiles"]![0]!.AsObject().Remove("availabilityTimer");
            expected["routingProfiles"]![0]!["channels"]![0]!.AsObject().Remove("crossChannel");
            Assert.Contains("too old to say which overrides hours have", result.Output);
            expected["hours"]![0]!.AsObject().Remove("overrides");
            Assert.Contains("too old to say from which queues agents can take contacts themselves", result.Output);
            expected["routingProfiles"]![0]!.AsObject().Remove("manualQueues");
            Assert.Contains("too old to say which resources of type Workspace there are", result.Output);
            Assert.Contains("too old to say what prompts are for", result.Output);
            expected["prompts"]![0]!.AsObject().Remove("description");
            expected["prompts"]![0]!.AsObject().Remove("tags");
        }

        Assert.Equal(expected.ToJsonString(), JsonNode.Parse(folder.Read("model/contact-center.json"))!.ToJsonString());
        if (!older)
            Assert.Equal(Expected("contact-center.json"), folder.Read("model/contact-center.json"));
        foreach (var file in new[] { "flows/Main-flow.json", "flows/Busy-closed.json", "modules/Choose-queue.json" })
            Assert.Equal(Expected(file), folder.Read($"model/{file}"));
        Assert.Equal(3, Directory.GetFiles(Path.Combine(folder.Root, "model"), "*", SearchOption.AllDirectories).Length - 1);
        Assert.Empty(connect.Unknown);

        if (!older)
            Assert.Contains("has no place for how they recur: Inventory.", result.Output);

        // What is left to do is said: passwords, and what the model has no place for.
        Assert.Contains("    \"maria.nunez\"\n", result.Output);
        Assert.Contains("Flows name these, for which the model has no placeholder: arn:aws:connect:us-east-1:111122223333:", result.Output);
        Assert.Contains("--exact reads them", result.Output);
        Assert.Contains("The audio of prompts was not read.", result.Output);
        Assert.Contains("Not exported: AgentStatus Lunch.", result.Output);
        Assert.Contains("Not exported: ApprovedOrigin https://intranet.example.com.", result.Output);
        Assert.DoesNotContain("AgentStatus Available", result.Output);
    }

    [Fact]
    public async Task An_exact_export_reads_what_users_are_good_at()
    {
        await using var connect = await UseAsync(OpsCli.OnPath, ConnectAnswers.Recorded());
        await folder.DoneAsync("connect", "export", "--instance", Instance, "--to", "model", "--exact");
        var user = JsonNode.Parse(folder.Read("model/contact-center.json"))!["users"]!.AsArray().Single(user => user!["proficiencies"] is not null)!;
        Assert.Equal("""[{"attribute":"connect:English","value":"connect:English","level":4}]""", user["proficiencies"]!.ToJsonString());
    }

    [Fact]
    public async Task A_model_that_is_there_is_not_replaced_unasked()
    {
        folder.Write("model/contact-center.json", "mine");
        var result = await folder.RunAsync("connect", "export", "--instance", Instance, "--to", "model");
        Assert.Equal(1, result.Exit);
        Assert.Contains("model/contact-center.json is there already. --yes replaces it", result.Errors);
        Assert.Equal("mine", folder.Read("model/contact-center.json"));
    }

    [Fact]
    public async Task Nothing_is_half_written_when_AWS_does_not_answer()
    {
        var answers = ConnectAnswers.Recorded().Where(answer => !answer.Key.StartsWith("GET /quick-connects/", StringComparison.Ordinal));
        await using var connect = await UseAsync(OpsCli.Debians, answers);
        var result = await folder.RunAsync("connect", "export", "--instance", Instance, "--to", "model");
        Assert.Equal(1, result.Exit);
        Assert.Contains("ListQuickConnects", result.Errors);
        Assert.Contains("Nothing was written.", result.Errors);
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "model")));
    }

    [Theory]
    [InlineData("Say which instance to read", "connect", "export", "--to", "model")]
    [InlineData("Say which instance to read", "connect", "export", "--to", "model", "--instance", "hand-built")]
    [InlineData("Say where to write the model: --to FOLDER", "connect", "export", "--instance", Instance)]
    [InlineData("The instance is in eu-west-2, and PRIMARY_REGION", "connect", "export", "--to", "model", "--instance",
        $"arn:aws:connect:eu-west-2:111122223333:instance/{Instance}")]
    public async Task A_slip_is_said_before_anything_is_read(string message, params string[] arguments)
    {
        var result = await folder.RunAsync(arguments);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.DoesNotContain(folder.Calls, call => call.Contains(" connect "));
    }

    private static string Expected(string file) =>
        File.ReadAllText(Repository.Path($"FlowConfigs.Tests/Publishing/connect-answers/exported/{file}"));

    private async Task<ConnectAnswers> UseAsync(string cli, IEnumerable<KeyValuePair<string, string>> answers)
    {
        folder.Use(await OpsCli.FindAsync(cli));
        var connect = await ConnectAnswers.StartAsync(answers);
        folder.Environment["AWS_ENDPOINT_URL_CONNECT"] = connect.Address;
        return connect;
    }

    private Task<OpsResult> ExportAsync() => folder.DoneAsync("connect", "export", "--instance", Instance, "--to", "model");
}
