using System.Globalization;
using System.Text.Json.Nodes;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Actions of a flow against <see cref="ActionRules"/>, and the rules that single types have beside them.</summary>
internal static class ActionCheck
{
    // https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html
    private const int LongestLambda = 8;

    private static readonly string[] Prompts = ["Text", "SSML", "PromptId", "Media"];

    public static IEnumerable<Fault> Faults(JsonArray actions, string file, IReadOnlyCollection<FlowType?> uses)
    {
        foreach (var (index, node) in actions.Index())
        {
            if (node is not JsonObject action)
                continue;
            var type = action["Type"]?.ToString() ?? "";
            var path = $"{file}: Actions[{index}] ({action["Identifier"]})";
            if (ActionRules.All.TryGetValue(type, out var rule))
            {
                foreach (var problem in Rules(action, type, rule, uses))
                    yield return new(path, problem);
            }

            foreach (var problem in Own(action, type))
                yield return new(path, problem);
        }
    }

    private static IEnumerable<string> Rules(JsonObject action, string type, ActionRule rule, IReadOnlyCollection<FlowType?> uses)
    {
        if (rule.OnlyInModules && uses.FirstOrDefault(use => use is not null) is not null)
            yield return $"{type} is for modules. End a flow with DisconnectParticipant or EndFlowExecution.";
        if (rule.In.Length > 0 && uses.FirstOrDefault(use => use is { } flow && !rule.In.Contains(flow)) is { } other)
            yield return $"A flow of type {other.Word()} cannot have {type}; these can: {string.Join(", ", rule.In.Select(flow => flow.Word()))}.";
        if (rule.Ends)
        {
            if (action["Transitions"] is not JsonObject || FlowCheck.Next(action).Any())
                yield return $"{type} ends the flow: write \"Transitions\": {{}}.";
            yield break;
        }

        var errors = Errors(action);
        foreach (var missing in rule.Required.Except(errors))
            yield return $"{type} needs a way on for the error {missing}. Add it to Transitions.Errors.";
        foreach (var wrong in errors.Except([.. rule.Required, .. rule.Optional]))
            yield return $"{type} has no error {wrong}. Remove it from Transitions.Errors.";
        if (rule.Results is { } results && !Operands(action).Order().SequenceEqual(results.Order()))
            yield return $"{type} needs a condition Equals {results[0]} and one Equals {results[1]}, and no other.";
    }

    private static IEnumerable<string> Own(JsonObject action, string type) => type switch
    {
        "GetParticipantInput" => OfInput(action),
        "InvokeLambdaFunction" => OfLambda(action),
        "ConnectParticipantWithLexBot" => OfLex(action),
        _ => [],
    };

    // https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html
    private static IEnumerable<string> OfInput(JsonObject action)
    {
        var parameters = action["Parameters"] as JsonObject ?? [];
        var errors = Errors(action);
        var validation = parameters["InputValidation"] as JsonObject;
        if (parameters["StoreInput"]?.ToString() != "True")
        {
            if (!errors.Contains(ActionRules.NoMatchingCondition))
                yield return "While StoreInput is not \"True\", it needs a way on for the error NoMatchingCondition.";
            if (validation is not null)
                yield return "InputValidation belongs to StoreInput \"True\". Remove it.";
            yield break;
        }

        if (Operands(action).Count > 0)
            yield return "With StoreInput \"True\" it has no conditions. Compare $.StoredCustomerInput in the next action.";
        if (errors.Contains(ActionRules.NoMatchingCondition))
            yield return "With StoreInput \"True\" it has no error NoMatchingCondition. Remove it.";
        if (validation is null)
            yield return "StoreInput \"True\" needs InputValidation, with PhoneNumberValidation or CustomValidation.";
        else if (validation.ContainsKey("PhoneNumberValidation") == validation.ContainsKey("CustomValidation"))
            yield return "InputValidation needs either PhoneNumberValidation or CustomValidation.";
        else if (validation.ContainsKey("PhoneNumberValidation") && !errors.Contains(ActionRules.InvalidPhoneNumber))
            yield return "With PhoneNumberValidation it needs a way on for the error InvalidPhoneNumber.";
    }

    private static IEnumerable<string> OfLambda(JsonObject action)
    {
        var limit = (action["Parameters"] as JsonObject)?["InvocationTimeLimitSeconds"]?.ToString();
        if (limit is null || limit.StartsWith('$'))
            yield break;
        // Invoked without waiting for the answer, a function has a minute.
        var isAsync = (action["Parameters"] as JsonObject)?["InvocationType"]?.ToString() == "ASYNCHRONOUS";
        var longest = isAsync ? 60 : LongestLambda;
        if (!int.TryParse(limit, CultureInfo.InvariantCulture, out var seconds) || seconds < 1 || seconds > longest)
            yield return $"InvocationTimeLimitSeconds is {limit}; it must be a whole number from 1 to {longest}.";
    }

    private static IEnumerable<string> OfLex(JsonObject action)
    {
        var parameters = action["Parameters"] as JsonObject ?? [];
        // A chat can begin with what the customer wrote; the documentation spells this LexInitilizationData.
        var hasMessage = parameters.Any(parameter => parameter.Key is "LexInitializationData" or "LexInitilizationData");
        var prompts = Prompts.Count(parameters.ContainsKey);
        if (prompts == 0 && !hasMessage)
            yield return "It asks nothing: give it one of Text, SSML, PromptId or Media.";
        else if (prompts > 1)
            yield return $"It has {prompts} prompts; it needs one of Text, SSML, PromptId or Media.";
    }

    private static List<string> Errors(JsonObject action) =>
    [
        .. ((action["Transitions"] as JsonObject)?["Errors"] as JsonArray ?? [])
            .Select(entry => (entry as JsonObject)?["ErrorType"]?.ToString() ?? ""),
    ];

    private static List<string> Operands(JsonObject action) =>
    [
        .. ((action["Transitions"] as JsonObject)?["Conditions"] as JsonArray ?? [])
            .Select(entry => (entry as JsonObject)?["Condition"] as JsonObject)
            .SelectMany(condition => condition?["Operands"] as JsonArray ?? [])
            .Select(operand => operand?.ToString() ?? ""),
    ];
}
