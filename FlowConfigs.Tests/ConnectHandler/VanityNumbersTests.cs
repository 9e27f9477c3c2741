using System.Text.Json.Nodes;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.ConnectHandler;

public sealed class VanityNumbersInDevelopmentTests(TheSystem the)
    : VanityNumbersTests(the, the.Running.Lambda), IClassFixture<TheSystem>;

/// <summary>vanityNumbers as a flow sees it: invoked through Lambda's API, and the call then read through the API.</summary>
public abstract class VanityNumbersTests(TheSystem the, HttpClient lambda)
{
    private readonly ConfigsClient api = new(the.Running.Api);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_gets_three_numbers_to_see_and_to_hear_and_the_call_is_kept_once()
    {
        var contact = Guid.NewGuid().ToString();
        var sample = await File.ReadAllTextAsync(Repository.Path("FlowConfigs.AppHost/requests/vanity-numbers-caller.json"), Cancelled);
        var asked = JsonNode.Parse(sample)!;
        asked["Details"]!["ContactData"]!["ContactId"] = contact;
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var answer = await InvokeAsync(asked.ToJsonString());
            Assert.Equal(["_found", "Vanity1", "Vanity2", "Vanity3", "VanitySpoken"], answer.Select(value => value.Key));
            Assert.Equal(("true", "1-800-FLOWERS"), ((string)answer["_found"]!, (string)answer["Vanity1"]!));
            Assert.Equal(3, ((string)answer["VanitySpoken"]!).Split("</p>").Length - 1);
        }

        var call = Assert.Single(await CallsAsync(), call => (string)call["contactId"]! == contact);
        Assert.Equal("+18003569377", (string)call["number"]!);
        Assert.Equal(("1-800-FLOWERS", 5), ((string)call["vanity"]![0]!, call["vanity"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{ "Address": null, "Type": "TELEPHONE_NUMBER" }""")]
    [InlineData("""{ "Address": "anonymous", "Type": "TELEPHONE_NUMBER" }""")]
    [InlineData("""{ "Address": "+266696687", "Type": "TELEPHONE_NUMBER" }""")] // spells ANONYMOUS
    [InlineData("""{ "Address": "+86282452253", "Type": "TELEPHONE_NUMBER" }""")] // spells UNAVAILABLE
    [InlineData("""{ "Address": "911", "Type": "TELEPHONE_NUMBER" }""")]
    [InlineData("""{ "Address": "+15125550100", "Type": "TELEPHONE_NUMBER" }""")]
    public async Task A_caller_without_words_gets_an_answer_too_and_is_seen(string endpoint)
    {
        var contact = Guid.NewGuid().ToString();
        var answer = await InvokeAsync(Event(contact, endpoint));
        Assert.Equal("""{"_found":"false","Vanity1":"","Vanity2":"","Vanity3":"","VanitySpoken":""}""", answer.ToJsonString());
        Assert.Contains(await CallsAsync(), call => (string)call["contactId"]! == contact && call["vanity"]!.AsArray().Count == 0);
    }

    [Theory]
    [InlineData("""{ "Details": null }""")]
    [InlineData("""{ "Details": { "ContactData": { "ContactId": "chat-1", "Channel": "CHAT", "CustomerEndpoint": null } } }""")]
    public async Task What_is_no_call_gets_an_answer_and_is_not_kept(string payload)
    {
        Assert.Equal("false", (string)(await InvokeAsync(payload))["_found"]!);
        Assert.DoesNotContain(await CallsAsync(), call => (string)call["contactId"]! is "chat-1" or "");
    }

    [Fact]
    public async Task An_event_that_no_flow_sends_is_an_error_that_says_what_was_expected()
    {
        using var payload = new StringContent("""{ "number": "+15551230000" }""");
        using var answer = await lambda.PostAsync(
            "/2015-03-31/functions/vanity-numbers/invocations", payload, TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Contains("X-Amz-Function-Error"));
        Assert.Contains(
            "Expected the event of an Amazon Connect flow", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Event(string contact, string endpoint) =>
        $$"""{ "Details": { "ContactData": { "ContactId": "{{contact}}", "Channel": "VOICE", "CustomerEndpoint": {{endpoint}} } } }""";

    private Task<JsonObject> InvokeAsync(string payload) => RunningSystem.InvokeAsync(lambda, "vanity-numbers", payload);

    private async Task<JsonNode[]> CallsAsync()
    {
        using var calls = await api.Send(HttpMethod.Get, "/api/calls?limit=100");
        return [.. (await calls.Json())["items"]!.AsArray().OfType<JsonNode>()];
    }
}
