using System.Text.Json;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The sample flows.</summary>
public sealed class ContactFlowTests
{
    private const string BasicQueue = "contact-flow.json";
    private const string VanityNumbers = "contact-flow-vanity-numbers.json";
    private const string OfficeCalendar = "contact-flow-office-calendar.json";

    [Theory]
    [InlineData(BasicQueue)]
    [InlineData(VanityNumbers)]
    [InlineData(OfficeCalendar)]
    public void Every_action_is_reached_and_leads_to_one_that_is_there(string name)
    {
        var flow = new FlowFile(name);
        Assert.Equal(flow.ActionsById.Keys.Order(), flow.Reached().Order());
        Assert.InRange(flow.ActionsById.Count, 1, 250);
        Assert.All(flow.ActionsById.Keys, id => Assert.InRange(id.Length, 1, 50));
    }

    [Theory]
    [InlineData(BasicQueue, "get-config id lang")]
    [InlineData(VanityNumbers, "get-config id lang", "vanity-numbers")]
    [InlineData(OfficeCalendar, "office-calendar calendar lang", "send-mail template Queue")]
    public void It_asks_functions_by_the_parameters_that_they_take_for_a_map_of_texts(string name, params string[] asked)
    {
        var calls = new FlowFile(name).OfType("InvokeLambdaFunction").Select(action => action["Parameters"]!).ToList();
        Assert.All(calls, call => Assert.Equal("STRING_MAP", (string)call["ResponseValidation"]!["ResponseType"]!));
        // Global Resiliency copies flows as they are, and puts in the Region that a contact is in.
        const string Function = "arn:aws:lambda:$.AwsRegion:111122223333:function:flow-configs-dev-";
        Assert.Equal(asked, calls.Select(call => string.Join(
            ' ',
            call["LambdaInvocationAttributes"]!.AsObject().Select(parameter => parameter.Key)
                .Prepend(((string)call["LambdaFunctionARN"]!).Replace(Function, "", StringComparison.Ordinal)
                    .Replace(":live", "", StringComparison.Ordinal)))));
    }

    [Fact]
    public void It_reads_nothing_but_keys_of_the_example_config()
    {
        string[] keys = ["_found", "Closure", "ClosureOfferCallback", "ClosurePrompt", "Welcome"];
        Assert.Equal(keys.Order(), new FlowFile(BasicQueue).Read("$.External.").Order());
    }

    [Fact]
    public void The_flow_of_vanity_numbers_reads_what_its_config_and_its_function_answer()
    {
        using var seed = File.OpenRead(Repository.Path("FlowConfigs.AppHost/seed/vanity-numbers.json"));
        var config = JsonSerializer.Deserialize(seed, ConfigJson.Default.Config)!;
        var keys = config.Variables.Select(variable => variable.Name).Concat(config.Prompts.Select(prompt => prompt.Name)).Order().ToList();
        var flow = new FlowFile(VanityNumbers);

        // What the flow says itself, in the caller's language.
        Assert.Equal(keys.Append("Default").Order(), flow.Read("$.Attributes.").Order());
        Assert.Equal(
            keys.Concat(["_found", "_found", "VanitySpoken"]).Order(), flow.Read("$.External.").Order());
    }

    [Fact]
    public void The_flow_of_the_office_reads_what_its_functions_answer_and_falls_back_to_the_hours_of_Connect()
    {
        var flow = new FlowFile(OfficeCalendar);
        Assert.Equal(["Accepted", "Open", "OpensAt", "OpensAtSpoken", "_found"], flow.Read("$.External.").Order(StringComparer.Ordinal));
        Assert.Equal("Ask Connect", (string)flow.ActionsById["Ask calendar"]["Transitions"]!["Errors"]![0]!["NextAction"]!);
        Assert.Equal("Ask Connect", (string)flow.ActionsById["Is there an answer"]["Transitions"]!["NextAction"]!);
        Assert.Equal("CheckHoursOfOperation", (string)flow.ActionsById["Ask Connect"]["Type"]!);
        // The template is one of the seed, and the flow gives what it needs beyond what is always there.
        var template = File.ReadAllText(Repository.Path("FlowConfigs.AppHost/seed/mail-call-back.json"));
        Assert.Contains("\"mail/call-back\"", template);
        Assert.Contains("{Queue}", template);
    }

    [Theory]
    [InlineData(BasicQueue)]
    [InlineData(VanityNumbers)]
    [InlineData(OfficeCalendar)]
    public void Nobody_is_hung_up_on_in_silence(string name)
    {
        var flow = new FlowFile(name);
        var before = flow.ActionsById.Values.Where(action =>
            Template.Objects(action["Transitions"]).Any(step => (string?)step["NextAction"] == "End")).ToList();
        Assert.NotEmpty(before);
        Assert.All(before, action => Assert.Equal("MessageParticipant", (string)action["Type"]!));
    }

    [Theory]
    [InlineData(BasicQueue)]
    [InlineData(VanityNumbers)]
    [InlineData(OfficeCalendar)]
    public void A_caller_chooses_the_language_before_getConfig_is_asked_and_hears_its_voice(string name)
    {
        var flow = new FlowFile(name);
        Assert.Equal("UpdateFlowLoggingBehavior", (string)flow.ActionsById["Log"]["Type"]!);
        var ways = flow.ActionsById["Ask language"]["Transitions"]!;
        Assert.Equal(["Set English", "Set Spanish"], ways["Conditions"]!.AsArray().Select(way => (string)way!["NextAction"]!));
        Assert.Equal("VOICE", (string?)flow.ActionsById["Is it a call"]["Transitions"]!["Conditions"]![0]!["Condition"]!["Operands"]![0]);
        foreach (var (language, tag, voice) in new[] { ("English", "en-US", "Joanna"), ("Spanish", "es-US", "Lupe") })
        {
            var set = flow.ActionsById[$"Set {language}"];
            Assert.Equal(("UpdateContactData", tag), ((string)set["Type"]!, (string)set["Parameters"]!["LanguageCode"]!));
            Assert.Equal($"{language} voice", (string?)set["Transitions"]!["NextAction"]);
            Assert.Equal(voice, (string?)flow.ActionsById[$"{language} voice"]["Parameters"]!["TextToSpeechVoice"]);
        }

        var texts = flow.OfType("UpdateContactAttributes").Where(action => ((string)action["Identifier"]!).EndsWith(" texts"))
            .Select(action => action["Parameters"]!["Attributes"]!.AsObject().Select(attribute => attribute.Key)).ToList();
        Assert.Equal(texts[0], texts[1]);
    }

    // Connect sets all attributes of a block or none.
    [Fact]
    public void A_key_that_is_missing_takes_no_other_with_it() => Assert.All(
        new FlowFile(VanityNumbers).OfType("UpdateContactAttributes").Select(action => action["Parameters"]!["Attributes"]!.AsObject())
            .Where(attributes => attributes.Any(attribute => attribute.Value!.ToString().StartsWith("$.External"))),
        attributes => Assert.Single(attributes));

    [Fact]
    public void Numbers_are_repeated_three_times_at_most()
    {
        var flow = new FlowFile(VanityNumbers);
        var loop = Assert.Single(flow.OfType("Loop"));
        Assert.Equal("3", (string?)loop["Parameters"]!["LoopCount"]);
        Assert.Equal((string)loop["Identifier"]!, (string?)flow.ActionsById["Offer repeat"]["Transitions"]!["Conditions"]![0]!["NextAction"]);
    }

    [Fact]
    public void Whatever_fails_the_caller_hears_something()
    {
        var flow = new FlowFile(VanityNumbers);
        var failing = flow.ActionsById.Values.SelectMany(action => Template.Objects(action["Transitions"]))
            .Where(step => (string?)step["ErrorType"] == "NoMatchingError").Select(step => (string)step["NextAction"]!);
        Assert.All(failing, next => Assert.Contains(next, flow.ActionsById.Keys));
        Assert.All(
            flow.OfType("InvokeLambdaFunction"),
            call => Assert.Equal("Play default", (string)call["Transitions"]!["Errors"]![0]!["NextAction"]!));
    }
}
