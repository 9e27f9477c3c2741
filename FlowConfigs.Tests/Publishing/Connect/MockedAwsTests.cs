namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>A whole instance, deployed by ops and the AWS CLI into a local mock of AWS, where there is one: pip install moto[server].</summary>
[Nightly(Because.ItDeploysIntoAMock)]
public sealed class MockedAwsTests : IDisposable
{
    private const string Account = "123456789012";

    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_full_example_is_deployed_stack_by_stack_and_linked_and_then_nothing_is_left_to_change()
    {
        MockedAws.SkipWithoutMoto();
        var aws = await OpsCli.FindAsync(OpsCli.Debians);
        folder.Set("SECONDARY_REGION", "");
        using var model = ModelFolder.Full;
        model.Publish();
        Directory.Move(Path.Combine(model.Output, "connect"), Path.Combine(folder.Root, "connect"));

        await using var connect = await ConnectAnswers.StartAsync(Answers());
        await using var mock = await MockedAws.StartAsync(folder, aws, "Mock/connect.py", Account);
        await DeployAsync(mock, connect);
    }

    private async Task DeployAsync(MockedAws mock, ConnectAnswers connect)
    {
        folder.Environment["AWS_ENDPOINT_URL_CONNECT"] = connect.Address;
        foreach (var function in new[] { "get-config", "vanity-numbers" })
        {
            await mock.CallAsync("us-east-1", "ssm", "put-parameter", "--name", $"/flow-configs/dev/{function}-arn", "--type", "String",
                "--value", $"arn:aws:lambda:us-east-1:{Account}:function:{function}:live");
        }

        await mock.CallAsync("us-east-1", "secretsmanager", "create-secret", "--name", "connect/example-full/first-password",
            "--secret-string", """{"password": "Example-1"}""");

        var deployed = await folder.DoneAsync("connect", "deploy", "--yes");
        Assert.Contains("number/main-line leads to flow/BasicQueue", deployed.Output);
        Assert.Contains("queue/CustomerService: 2 quick connects more", deployed.Output);
        var outputs = await folder.DoneAsync("connect", "outputs");
        Assert.Contains("user/john.smith\tarn:aws:connect:us-east-1:", outputs.Output);
        Assert.Contains("Nothing would change.", (await folder.DoneAsync("connect", "plan", "queues")).Output);
        await ChangeOneAsync();
    }

    // One number of a stack, and then a queue and a user that no stack manages then.
    private async Task ChangeOneAsync()
    {
        folder.Change("25-numbers", numbers =>
        {
            foreach (var number in new[] { "NumberMainLine42a6f3", "NumberTollFree616522" })
                numbers[number]!["Properties"]!["Description"] = "Changed";
        });
        var only = await folder.DoneAsync("connect", "deploy", "--only", "number/main-line", "--yes");
        Assert.Matches("(?m)^  Modify +AWS::Connect::PhoneNumber +NumberMainLine42a6f3$", only.Output);
        Assert.DoesNotContain("NumberTollFree616522", only.Output);

        await folder.DoneAsync("connect", "state", "forget", "queue/Sales", "--yes");
        await folder.DoneAsync("connect", "state", "forget", "user/john.smith", "--yes");
        var left = (await folder.DoneAsync("connect", "state", "list")).Output;
        Assert.Contains("\tqueue/CustomerService\t", left);
        Assert.DoesNotContain("\tqueue/Sales\t", left);
        Assert.DoesNotContain("-users-3b\t", left);
    }

    // What is built in, and that every link is taken.
    private static Dictionary<string, string> Answers()
    {
        return new()
        {
            ["GET /security-profiles-summary/*"] = List("SecurityProfileSummaryList", "security-profile", "Admin"),
            ["GET /queues-summary/*"] = List("QueueSummaryList", "queue", "BasicQueue"),
            ["GET /contact-flows-summary/*"] =
                List("ContactFlowSummaryList", "contact-flow", "Default agent transfer", "Default queue transfer"),
            ["GET /flow-associations-summary/*"] = """{ "FlowAssociationSummaryList": [] }""",
            ["PUT /phone-number/*/contact-flow"] = "{}",
            ["POST /phone-number/list"] = """{ "ListPhoneNumbersSummaryList": [] }""",
            ["GET /queues/*/quick-connects"] = """{ "QuickConnectSummaryList": [] }""",
            ["POST /queues/*/associate-quick-connects"] = "{}",
        };

        static string List(string member, string segment, params string[] names) => $$"""
            { "{{member}}": [{{string.Join(',', names.Select((name, index) => $$"""
                {
                  "Id": "00000000-0000-4000-8000-00000000000{{index}}", "Name": "{{name}}", "ContactFlowState": "ACTIVE",
                  "Arn": "arn:aws:connect:us-east-1:{{Account}}:instance/x/{{segment}}/00000000-0000-4000-8000-00000000000{{index}}"
                }
                """))}}] }
            """;
    }
}
