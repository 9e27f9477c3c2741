using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Dashboard;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class DashboardApiTests
{
    [Fact]
    public async Task The_list_says_everything_about_each_resource_in_the_order_of_the_AppHost()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        var list = (await dashboard.GetAsync("/api/resources")).AsArray();

        Assert.Equal(
            ["stage", "dynamodb", "seed", "LambdaServiceEmulator", "api", "get-config", "web-installer", "web"],
            list.Select(resource => (string?)resource!["name"]));
        var expected = JsonNode.Parse("""
            {"name":"dynamodb","type":"DynamoDB Local","state":"Running","health":"Healthy","startedAt":"2025-11-20T09:30:00+00:00",
            "exitCode":null,"processId":4711,"urls":[{"url":"http://localhost:8000","displayText":null}],"environment":[],
            "healthReports":[{"name":"list tables","healthy":true,"description":"200 in 4 ms","checkedAt":"2025-11-20T09:30:00+00:00"}],
            "commands":[{"name":"start","displayName":"Start","description":null,"enabled":false},
            {"name":"stop","displayName":"Stop","description":null,"enabled":true},
            {"name":"restart","displayName":"Restart","description":null,"enabled":true}],"waitsFor":[]}
            """);
        Assert.True(JsonNode.DeepEquals(expected, list[1]), list[1]!.ToJsonString());
    }

    [Fact]
    public async Task One_resource_can_be_read_by_its_name()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        Assert.Equal("Waiting", (string?)(await dashboard.GetAsync("/api/resources/web"))["state"]);
    }

    [Theory]
    [InlineData("/api/resources/nobody", "There is no resource 'nobody'. There are: api.")]
    [InlineData("/api/resources/nobody/console", "There is no resource 'nobody'. There are: api.")]
    [InlineData("/api/resources/nobody/console/stream", "There is no resource 'nobody'. There are: api.")]
    [InlineData("/api/nothing", "There is nothing at /api/nothing. The dashboard's page is at /.")]
    public async Task What_does_not_exist_is_said_by_name(string path, string detail)
    {
        await using var dashboard = await RunningDashboard.StartAsync(new DashboardBoard(DashboardSample.Running("api")));
        Assert.Equal(detail, (string?)(await dashboard.GetAsync(path, HttpStatusCode.NotFound))["detail"]);
    }

    [Fact]
    public async Task A_command_answers_with_its_result()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        var result = await dashboard.PostAsync("/api/resources/get-config/commands/send-chat");

        Assert.True((bool)result["success"]!);
        Assert.Equal("json", (string?)result["data"]!["format"]);
        Assert.Equal("true", (string?)JsonNode.Parse((string)result["data"]!["value"]!)!["_found"]);
    }

    [Fact]
    public async Task A_command_that_fails_is_still_an_answer()
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        var result = await dashboard.PostAsync("/api/resources/api/commands/stop");

        Assert.False((bool)result["success"]!);
        Assert.Equal("api did not stop within 10 s.", (string?)result["message"]);
    }

    [Theory]
    [InlineData("/api/resources/nobody/commands/start", 404, "There is no resource 'nobody'")]
    [InlineData("/api/resources/api/commands/dance", 404, "api has no command 'dance'. It has start, stop, restart.")]
    [InlineData("/api/resources/stage/commands/start", 404, "stage has no command 'start'. It has none.")]
    [InlineData("/api/resources/api/commands/start", 409, "'Start' is not possible while api is Running.")]
    [InlineData("/api/resources/dynamodb/commands/stop", 404, "dynamodb has no command 'stop'")] // the board no longer knows it
    public async Task A_command_that_cannot_run_says_why(string path, int status, string detail)
    {
        await using var dashboard = await RunningDashboard.StartAsync(DashboardSample.WholeSystem());
        Assert.StartsWith(detail, (string?)(await dashboard.PostAsync(path, (HttpStatusCode)status))["detail"]);
    }

    [Fact]
    public async Task A_command_that_throws_answers_500_without_a_stack_trace()
    {
        var board = DashboardSample.WholeSystem();
        board.Commands["api/restart"] = () => throw new InvalidOperationException("Port 5180 is taken.");
        await using var dashboard = await RunningDashboard.StartAsync(board);

        var problem = await dashboard.PostAsync("/api/resources/api/commands/restart", HttpStatusCode.InternalServerError);
        Assert.Equal("'Restart' on api failed: Port 5180 is taken.", (string?)problem["detail"]);
        Assert.DoesNotContain("   at ", problem.ToJsonString());
    }

    [Fact]
    public async Task The_console_downloads_as_text_and_as_JSON()
    {
        var board = new DashboardBoard(DashboardSample.Running("api"));
        board.Write("api", "listening");
        board.Write("api", "broken", isError: true);
        await using var dashboard = await RunningDashboard.StartAsync(board);

        using var file = await dashboard.Client.GetAsync("/api/resources/api/console", TestContext.Current.CancellationToken);
        Assert.Equal("api.log", file.Content.Headers.ContentDisposition?.FileName);
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        Assert.Collection(
            lines,
            line => Assert.EndsWith("Z stdout listening", line),
            line => Assert.EndsWith("Z stderr broken", line));

        dashboard.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var json = (await dashboard.GetAsync("/api/resources/api/console")).AsArray();
        Assert.Equal(["listening", "broken"], json.Select(line => (string?)line!["text"]));
        Assert.Equal([false, true], json.Select(line => (bool)line!["isError"]!));
    }

    [Fact]
    public async Task A_secret_is_in_no_answer()
    {
        var board = DashboardSample.WholeSystem();
        board.Change("web", web => web with
        {
            Urls = [new($"http://localhost:5173/?token={DashboardSample.Secret}", null)],
            HealthReports = [new("http", false, $"401 for {DashboardSample.Secret}", TimeProvider.System.GetUtcNow())],
            Environment = [new("SHORT", "pw", true)],
        });
        board.Write("api", $"using {DashboardSample.Secret}");
        board.Commands["api/restart"] = () => new ExecuteCommandResult
        {
            Success = true,
            Message = $"with {DashboardSample.Secret}",
            Data = new CommandResultData { Value = $"and {DashboardSample.Secret}" },
        };
        board.Commands["get-config/send-chat"] = () => throw new InvalidOperationException($"no {DashboardSample.Secret}");
        await using var dashboard = await RunningDashboard.StartAsync(board);
        using var stream = await EventReader.OpenAsync(dashboard, "/api/resources/stream");
        using var console = await EventReader.OpenAsync(dashboard, "/api/resources/api/console/stream");
        await console.NextAsync("opened");

        string[] answers =
        [
            (await dashboard.GetAsync("/api/resources")).ToJsonString(),
            (await dashboard.GetAsync("/api/resources/api")).ToJsonString(),
            (await dashboard.GetAsync("/api/resources?wait=healthy&timeout=1", HttpStatusCode.GatewayTimeout)).ToJsonString(),
            await dashboard.Client.GetStringAsync("/api/resources/api/console", TestContext.Current.CancellationToken),
            (await dashboard.PostAsync("/api/resources/api/commands/restart")).ToJsonString(),
            (await dashboard.PostAsync("/api/resources/get-config/commands/send-chat", HttpStatusCode.InternalServerError)).ToJsonString(),
            (await stream.NextAsync("resources")).ToJsonString(),
            (await console.NextAsync("lines")).ToJsonString(),
        ];

        Assert.All(answers, answer => Assert.Contains(SecretMask.Hidden, answer));
        Assert.All(answers, answer => Assert.DoesNotContain(DashboardSample.Secret, answer));
        Assert.DoesNotContain("\"pw\"", answers[0]);
    }
}
