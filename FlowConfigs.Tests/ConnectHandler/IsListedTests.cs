using FlowConfigs.ConnectHandler;
using FlowConfigs.Core.Lists;
using FlowConfigs.Lambda.Aws;
using FlowConfigs.Tests.Api.Lists;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Tests.ConnectHandler;

public sealed class IsListedInDevelopmentTests(TheSystem the) : IsListedTests(the, the.Running.Lambda), IClassFixture<TheSystem>;

/// <summary>isListed as a flow sees it: invoked through Lambda's API, reading from the table.</summary>
public abstract class IsListedTests(TheSystem the, HttpClient lambda)
{
    private readonly ListsClient lists = new(the.Running.Api);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R24")]
    [Fact]
    public async Task A_caller_on_the_list_is_listed()
    {
        var sample = await File.ReadAllTextAsync(Repository.Path("FlowConfigs.AppHost/requests/is-listed-caller.json"), Cancelled);
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(sample));
        var another = sample.Replace("+15551230000", "+15551239999", StringComparison.Ordinal);
        Assert.Equal("""{"_found":"true","Listed":"false"}""", await Answer(another));
    }

    [Trait("Rule", "R24")]
    [Theory]
    [InlineData("""{ "Details": null }""", "false")]
    [InlineData("""{ "Details": { "Parameters": { "list": "no-such-list", "key": "+15551230000" } } }""", "false")]
    [InlineData("""{ "Details": { "Parameters": { "list": "no such id!", "key": "+15551230000" } } }""", "false")]
    [InlineData("""{ "Details": { "Parameters": { "list": { "nested": true } } } }""", "false")]
    [InlineData("""{ "Details": { "Parameters": { "list": "bad-actors" } } }""", "true")]
    [InlineData("""{ "Details": { "Parameters": { "list": "bad-actors", "key": " " } } }""", "true")]
    [InlineData("""{ "Details": { "Parameters": { "list": "bad-actors", "key": "a\u0000b" } } }""", "true")]
    [InlineData("""{ "Details": { "ContactData": { "CustomerEndpoint": null }, "Parameters": { "list": "bad-actors" } } }""", "true")]
    public async Task Whatever_is_missing_is_an_answer(string payload, string found) =>
        Assert.Equal($$"""{"_found":"{{found}}","Listed":"false"}""", await Answer(payload));

    [Trait("Rule", "R24")]
    [Fact]
    public async Task Who_is_not_a_flow_asks_with_list_and_key()
    {
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer("""{ "list": "bad-actors", "key": "+15551230000" }"""));
        Assert.Equal("""{"_found":"false","Listed":"false"}""", await Answer("""{ "list": "no-such-list", "key": "+15551230000" }"""));
    }

    [Trait("Rule", "R24")]
    [Theory]
    [InlineData("anonymous")]
    [InlineData("sip:ada@example.com")]
    [InlineData("911")]
    [InlineData("+266696687")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    public async Task A_caller_who_has_no_number_of_this_kind_is_not_listed(string address)
    {
        var contact = $$"""{ "CustomerEndpoint": { "Address": "{{address}}" } }""";
        var payload = $$"""{ "Details": { "ContactData": {{contact}}, "Parameters": { "list": "bad-actors" } } }""";
        Assert.Equal("""{"_found":"true","Listed":"false"}""", await Answer(payload));
    }

    [Trait("Rule", "R24")]
    [Theory]
    [InlineData("(555) 123-0000")] // in national form: the list says of which country
    [InlineData("+1 555 123 0000")]
    [InlineData("+15551230000")]
    public async Task The_parameter_key_is_read_as_the_list_reads_keys(string key)
    {
        var id = await lists.New();
        await lists.NewEntry(id, "+15551230000");
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(Event(id, key)));
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("MX", "+525512345678", "+5215512345678")]
    [InlineData("AR", "+541123456789", "+5491123456789")]
    [InlineData("AR", "+5491123456789", "+541123456789")]
    public async Task A_caller_is_listed_under_either_number_of_the_phone(string country, string entry, string caller)
    {
        var id = await lists.New($$"""{ "keys": "phone", "country": "{{country}}" }""");
        await lists.NewEntry(id, entry);
        var contact = $$"""{ "Channel": "VOICE", "CustomerEndpoint": { "Address": "{{caller}}", "Type": "TELEPHONE_NUMBER" } }""";
        var payload = $$"""{ "Details": { "ContactData": {{contact}}, "Parameters": { "list": "{{id}}" } } }""";
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(payload));
    }

    [Trait("Rule", "R24")]
    [Fact]
    public async Task A_word_for_a_withheld_number_is_a_key_of_texts_and_nobody_as_a_caller()
    {
        var id = await lists.New(ListsClient.Texts);
        await lists.NewEntry(id, "anonymous");
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(Event(id, "anonymous")));
        var payload = $$"""
            { "Details": { "ContactData": { "CustomerEndpoint": { "Address": "anonymous" } }, "Parameters": { "list": "{{id}}" } } }
            """;
        Assert.Equal("""{"_found":"true","Listed":"false"}""", await Answer(payload));
    }

    [Trait("Rule", "R23")]
    [Fact]
    public async Task An_expired_entry_is_not_listed()
    {
        var id = await lists.New(ListsClient.Texts);
        await lists.NewEntry(id, "old", """{ "expires": "2020-01-01T00:00Z" }""");
        await lists.NewEntry(id, "new", """{ "expires": "2099-01-01T00:00Z" }""");
        Assert.Equal("""{"_found":"true","Listed":"false"}""", await Answer(Event(id, "old")));
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(Event(id, "new")));
    }

    [Fact]
    public async Task A_change_through_the_API_is_in_the_next_answer()
    {
        var id = await lists.New(ListsClient.Texts);
        var etag = await lists.NewEntry(id, "VIP-17", """{ "note": "secret" }""");
        Assert.Equal("""{"_found":"true","Listed":"true"}""", await Answer(Event(id, "VIP-17")));
        await lists.Send(HttpMethod.Delete, $"{id}/entries/VIP-17", ifMatch: etag);
        Assert.Equal("""{"_found":"true","Listed":"false"}""", await Answer(Event(id, "VIP-17")));
    }

    [Trait("Rule", "R24")]
    [Fact]
    public async Task A_store_that_cannot_be_read_is_an_error_so_that_the_flow_takes_its_Error_branch()
    {
        // Port 9 (discard) has no listener.
        using var dynamo = DynamoDb.CreateClient(new() { EndpointUrl = "http://127.0.0.1:9" });
        var isListed = new IsListed(new ListStore(new(dynamo, "flow-configs"), TimeProvider.System), TimeProvider.System, NullLogger.Instance);
        var asked = System.Text.Json.JsonSerializer.Deserialize(Event("bad-actors", "+15551230000"), ConnectJson.Default.ConnectEvent)!;
        await Assert.ThrowsAnyAsync<Exception>(() => isListed.AnswerAsync(asked, Cancelled));
    }

    private static string Event(string list, string key) =>
        $$"""{ "Details": { "Parameters": { "list": "{{list}}", "key": "{{key}}" } } }""";

    private async Task<string> Answer(string payload) => (await RunningSystem.InvokeAsync(lambda, "is-listed", payload)).ToJsonString();
}
