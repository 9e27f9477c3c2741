using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.Publishing.Connect;

/// <summary>A whole instance, deployed by ops and the AWS CLI into a local mock of AWS, where there is one: pip install moto[server].</summary>
public sealed class MockedAwsTests : IDisposable
{
    private const string Account = "123456789012";

    private readonly OpsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_full_example_is_deployed_stack_by_stack_and_linked_and_then_nothing_is_left_to_change()
    {
        Assert.SkipWhen(
            Programs.Find("moto_server") is null, "moto is not installed (pip install moto[server]); it mocks CloudFormation and SSM");
        var aws = await OpsCli.FindAsync(OpsCli.Debians);
        folder.Set("ACCOUNT_ID", Account).Set("SECONDARY_REGION", "");
        folder.Environment.Remove("BASH_ENV");
        File.CreateSymbolicLink(Path.Combine(folder.Root, "bin", "aws"), aws);
        using var model = ModelFolder.Full;
        model.Publish();
        Directory.Move(Path.Combine(model.Output, "connect"), Path.Combine(folder.Root, "connect"));

        await using var connect = await ConnectAnswers.StartAsync(Answers());
        var moto = await StartMotoAsync();
        try
        {
            await DeployAsync(connect);
        }
        finally
        {
            await moto.DisposeAsync();
        }
    }

    private async Task DeployAsync(ConnectAnswers connect)
    {
        folder.Environment["AWS_ENDPOINT_URL_CONNECT"] = connect.Address;
        foreach (var function in new[] { "get-config", "vanity-numbers" })
            await PutAsync($"/flow-configs/dev/{function}-arn", $"arn:aws:lambda:us-east-1:{Account}:function:{function}:live");
        await CallAsync("secretsmanager", "create-secret", "--name", "connect/example-full/first-password",
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

    private async Task<RunningProgram> StartMotoAsync()
    {
        var port = DynamoDbProcess.FreePort();
        folder.Environment["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{port}";
        var script = Repository.Path("FlowConfigs.Tests/Publishing/Connect/moto-with-connect.py");
        var moto = new RunningProgram(new ProcessCommand("python3", [script, $"{port}"], folder.Root));
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        while (!moto.Exited.IsCompleted)
        {
            try
            {
                await http.GetAsync("/moto-api/", TestContext.Current.CancellationToken);
                return moto;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException("moto does not start with this python3");
    }

    private Task PutAsync(string name, string value) =>
        CallAsync("ssm", "put-parameter", "--name", name, "--type", "String", "--value", value);

    private async Task CallAsync(params string[] arguments)
    {
        var call = new ProcessCommand(
            Path.Combine(folder.Root, "bin", "aws"),
            ["--region", "us-east-1", "--endpoint-url", folder.Environment["AWS_ENDPOINT_URL"], .. arguments], folder.Root)
        {
            Environment = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" },
        };
        var (exitCode, output) = await Programs.RunAsync(call, TestContext.Current.CancellationToken);
        Assert.True(exitCode == 0, output);
    }
}
