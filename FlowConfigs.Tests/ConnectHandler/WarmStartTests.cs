using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>Functions that read with the AWS SDK: its first request is part of the start, and a caller's limit is for the table alone.</summary>
public sealed class WarmStartTests(TheSystem the) : IClassFixture<TheSystem>
{
    private const string Table = "flow-configs";

    [Theory]
    [InlineData("isListed")]
    [InlineData("vanityNumbers")]
    [InlineData("officeCalendar")]
    [InlineData("sendMail")]
    public async Task The_table_is_asked_before_the_first_call(string name)
    {
        await using var table = await FaultyTable.StartAsync(new(the.Running.Dynamo.Config.ServiceURL));
        await using var handler = await HandlerProcess.WithoutProgramAsync();
        Start(handler, name, table);
        await handler.ReadyAsync();
        Assert.InRange(table.Asked, 1, 3);
    }

    [Theory]
    [InlineData("isListed", """{ "list": "bad-actors", "key": "+15551230000" }""")]
    [InlineData("officeCalendar", """{ "calendar": "office-calendar" }""")]
    public async Task A_table_that_is_silent_is_an_error_that_names_it(string name, string payload)
    {
        await using var table = await FaultyTable.StartAsync(new(the.Running.Dynamo.Config.ServiceURL));
        table.Fault = Fault.Silent;
        await using var handler = await HandlerProcess.WithoutProgramAsync();
        Start(handler, name, table);
        await handler.ReadyAsync();

        var (isError, answer) = await handler.InvokeAsync(payload);

        Assert.True(isError);
        Assert.Equal("The table did not answer within 2 s.", (string?)JsonNode.Parse(answer)!["errorMessage"]);
    }

    private static void Start(HandlerProcess handler, string name, FaultyTable table) => handler.Start(
        name, environment: [("AWS_ENDPOINT_URL_DYNAMODB", table.Url), ("FLOWCONFIGS_TABLE", Table)]);
}
