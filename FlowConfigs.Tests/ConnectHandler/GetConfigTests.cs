using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FlowConfigs.Core.Configs;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.ConnectHandler;

public sealed class GetConfigInDevelopmentTests(TheSystem the) : GetConfigTests(the, the.Running.Lambda), IClassFixture<TheSystem>;

/// <summary>getConfig as a flow sees it: invoked through Lambda's API, reading from the table.</summary>
public abstract class GetConfigTests(TheSystem the, HttpClient lambda)
{
    private static readonly Dictionary<string, string> BasicQueueInEnglish = new()
    {
        ["_found"] = "true",
        ["_version"] = "1",
        ["_language"] = "en-US",
        ["Closure"] = "false",
        ["ClosureOfferCallback"] = "false",
        ["Welcome"] = "Thank you for calling...",
        ["ClosurePrompt"] = "We are currently closed due to an unforeseen circumstance, please try again later",
    };

    private static readonly Dictionary<string, string> BasicQueueInSpanish = new(BasicQueueInEnglish)
    {
        ["_language"] = "es-US",
        ["Welcome"] = "Gracias por llamar...",
        ["ClosurePrompt"] = "En este momento estamos cerrados debido a una circunstancia imprevista, por favor intente más tarde",
    };

    private static readonly Dictionary<string, string> BasicQueueInChat = new(BasicQueueInEnglish)
    {
        ["Welcome"] = "Thank you for chatting with us...",
        ["ClosurePrompt"] = "We are currently closed due to an unforeseen circumstance, our response may be delayed by 15 minutes",
    };

    private static readonly Dictionary<string, string> NotFound = new() { ["_found"] = "false" };

    private readonly ConfigsClient configs = new(the.Running.Api);

    [Trait("Rule", "R1")]
    [Trait("Rule", "R10")]
    [Fact]
    public async Task A_call_in_English_gets_the_map_of_the_requirements() => Assert.Equal(BasicQueueInEnglish, await AnswerTo("voice-en-US"));

    [Trait("Rule", "R11")]
    [Fact]
    public async Task A_call_to_a_number_that_is_an_alias_gets_the_map_of_its_config() =>
        Assert.Equal(BasicQueueInEnglish, await AnswerTo("voice-dialled-number"));

    [Trait("Rule", "R7")]
    [Fact]
    public async Task A_call_without_the_parameter_lang_gets_the_contacts_language() =>
        Assert.Equal(BasicQueueInSpanish, await AnswerTo("voice-language-from-contact"));

    [Trait("Rule", "R9")]
    [Theory]
    [InlineData("chat-null-endpoints")]
    [InlineData("email")]
    public async Task A_chat_and_an_email_get_the_chat_texts(string sample) => Assert.Equal(BasicQueueInChat, await AnswerTo(sample));

    [Trait("Rule", "R11")]
    [Fact]
    public async Task An_unknown_id_is_an_answer() => Assert.Equal(NotFound, await AnswerTo("unknown-config-no-language"));

    [Trait("Rule", "R11")]
    [Theory]
    [InlineData("""{ "Details": null }""")]
    [InlineData("""{ "Details": {} }""")]
    [InlineData("""{ "Details": { "Parameters": { "id": " " } } }""")]
    // As reported in oxigraph/json-event-parser#1.
    [InlineData("""{ "Details": { "Parameters": { "id": "\ud83d" } } }""")]
    [InlineData("""{ "Details": { "ContactData": null, "Parameters": null } }""")]
    [InlineData("""{ "Details": { "Parameters": { "id": "" } } }""")]
    [InlineData("""{ "Details": { "Parameters": { "id": { "nested": true } } } }""")]
    [InlineData("""{ "Details": { "Parameters": { "id": "no such id!" } } }""")]
    [InlineData("""{ "Details": { "Parameters": { "id": "field-office/nowhere" } } }""")]
    public async Task Whatever_is_missing_is_an_answer_too(string payload) =>
        Assert.Equal(NotFound, Map(await RunningSystem.InvokeAsync(lambda, "get-config", payload)));

    [Fact]
    public async Task Without_an_id_the_number_dialled_is_the_id()
    {
        var number = $"+1{Random.Shared.NextInt64(2_000_000_000, 9_999_999_999)}";
        await configs.Post(number, ConfigsClient.Body(closure: "true"));
        var payload = $$"""{ "Details": { "ContactData": { "SystemEndpoint": { "Address": "{{number}}" } } } }""";
        Assert.Equal("true", Map(await RunningSystem.InvokeAsync(lambda, "get-config", payload))["Closure"]);
    }

    // A flow passes an attribute that is not set as a blank.
    [Theory]
    [InlineData(" ", " ")]
    [InlineData("", "\\t")]
    [InlineData("\\ud83d", "\\udc00 ")]
    public async Task A_parameter_that_is_blank_or_no_text_is_as_if_it_were_not_there(string id, string lang)
    {
        var payload = $$$"""
            { "Name": "ContactFlowEvent", "Details": {
              "ContactData": { "Channel": "VOICE", "LanguageCode": "es-US", "SystemEndpoint": { "Address": "+18005550100" } },
              "Parameters": { "id": "{{{id}}}", "lang": "{{{lang}}}" } } }
            """;
        Assert.Equal(BasicQueueInSpanish, Map(await RunningSystem.InvokeAsync(lambda, "get-config", payload)));
    }

    [Trait("Rule", "R7")]
    [Theory]
    [InlineData("es_US")] // as Amazon Lex writes it
    [InlineData("spa-US")]
    public async Task A_language_is_found_by_its_other_names(string lang) => Assert.Equal(
        BasicQueueInSpanish,
        Map(await RunningSystem.InvokeAsync(
            lambda, "get-config", $$"""{ "Details": { "Parameters": { "id": "BasicQueue", "lang": "{{lang}}" } } }""")));

    // Other functions, the Test button of Lambda's console, and callers of CXBuilder/flow-config.
    [Fact]
    public async Task Who_is_not_a_flow_asks_with_id_lang_and_channel()
    {
        Assert.Equal(BasicQueueInSpanish, await Direct("""{ "id": "BasicQueue", "lang": "es-US", "channel": "voice" }"""));
        Assert.Equal(BasicQueueInChat, await Direct("""{ "id": "BasicQueue", "lang": "en-US", "channel": "chat" }"""));
        Assert.Equal(BasicQueueInEnglish, await Direct("""{ "id": "BasicQueue", "lang": null, "channel": null }"""));
        Assert.Equal(NotFound, await Direct("""{ "id": "field-office/nowhere" }"""));
    }

    [Fact]
    public async Task What_Connect_says_comes_first() => Assert.Equal(
        BasicQueueInSpanish,
        await Direct("""
            { "id": "nowhere", "lang": "en-US", "channel": "chat", "Details": {
              "ContactData": { "Channel": "VOICE", "LanguageCode": "es-US" }, "Parameters": { "id": "BasicQueue" } } }
            """));

    [Trait("Rule", "R11")]
    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Records": [] }""")]
    [InlineData("""{ "lang": "en-US" }""")]
    [InlineData("""{ "id": " " }""")]
    [InlineData("""{ "id": { "nested": true } }""")]
    [InlineData("\"BasicQueue\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("17")]
    public async Task An_event_that_asks_for_nothing_is_an_error_that_says_what_was_expected(string payload)
    {
        using var body = new StringContent(payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await lambda.PostAsync(
            "/2015-03-31/functions/get-config/invocations", body, TestContext.Current.CancellationToken);
        Assert.True(response.Headers.Contains("X-Amz-Function-Error"));
        Assert.Contains("""such as { "id": "BasicQueue",""", (string)(await response.Json())["errorMessage"]!);
    }

    [Fact]
    public async Task A_save_through_the_API_is_in_the_next_answer()
    {
        var id = $"test-{Guid.NewGuid():N}";
        await configs.Post(id, ConfigsClient.Body(closure: "false"));
        Assert.Equal("false", (await AnswerFor(id))["Closure"]);
        await configs.Put(id, 1, ConfigsClient.Body(closure: "true"));
        Assert.Equal("true", (await AnswerFor(id))["Closure"]);
    }

    [Trait("Rule", "R3")]
    [Fact]
    public async Task A_change_of_the_parent_reaches_all_offices_that_do_not_override_it()
    {
        var id = $"test-{Guid.NewGuid():N}";
        await configs.Post(id, ConfigsClient.Body(closure: "false"));
        foreach (var office in new[] { "austin", "boston", "chicago" })
            await configs.Post($"{id}~{office}", "{}");
        await configs.Put($"{id}~boston", 1, """{ "overrides": { "Closure": { "value": "false" } } }""");

        await configs.Put(id, 1, ConfigsClient.Body(closure: "true"));

        Assert.Equal("true", (await AnswerFor($"{id}/austin"))["Closure"]);
        Assert.Equal("false", (await AnswerFor($"{id}/boston"))["Closure"]);
        Assert.Equal("true", (await AnswerFor($"{id}/chicago"))["Closure"]);
    }

    [Trait("Rule", "R10")]
    [Fact]
    public async Task An_answer_too_large_for_Connect_is_an_error_that_names_the_largest_values()
    {
        // A save through the API is refused at this size; a parent that grows can still bring it about.
        var store = new ConfigStore(new(the.Running.Dynamo, "flow-configs"), TimeProvider.System);
        var large = A.Config($"test-{Guid.NewGuid():N}", A.Text("Large", new string('é', 20_000))) with { Version = 0 };
        var id = (await store.SaveAsync(large, null, A.Author, TestContext.Current.CancellationToken)).Id.Value;
        using var body = new StringContent(Event(id), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await lambda.PostAsync(
            "/2015-03-31/functions/get-config/invocations", body, TestContext.Current.CancellationToken);
        Assert.True(response.Headers.Contains("X-Amz-Function-Error"));
        Assert.Contains("Largest: Large", (string)(await response.Json())["errorMessage"]!);
    }

    private static string Event(string id) => $$"""{ "Details": { "Parameters": { "id": "{{id}}", "lang": "en-US" } } }""";

    private static Dictionary<string, string> Map(JsonObject answer) => answer.ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());

    private async Task<Dictionary<string, string>> Direct(string payload) =>
        Map(await RunningSystem.InvokeAsync(lambda, "get-config", payload));

    private async Task<Dictionary<string, string>> AnswerFor(string id) => Map(await RunningSystem.InvokeAsync(lambda, "get-config", Event(id)));

    private async Task<Dictionary<string, string>> AnswerTo(string sample)
    {
        var file = Repository.Path($"FlowConfigs.AppHost/requests/{sample}.json");
        return Map(await RunningSystem.InvokeAsync(lambda, "get-config", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }
}
