using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>What AWS's documentation demands of an action.</summary>
/// <param name="Required">Errors that must have a way on.</param>
/// <param name="Optional">Errors that can have one; any other is refused.</param>
internal sealed record ActionRule(string[] Required, params string[] Optional)
{
    /// <summary>The results of which each must have a condition with Equals, and no other can.</summary>
    public string[]? Results { get; init; }

    /// <summary>The flow types that can have it; empty for all.</summary>
    public FlowType[] In { get; init; } = [];

    /// <summary>Whether only a module has it.</summary>
    public bool OnlyInModules { get; init; }

    /// <summary>Whether the flow ends with it, so that nothing comes after it.</summary>
    public bool Ends { get; init; }
}

/// <summary>
/// The rules of the actions whose documentation is definite; the others are left to Connect.
/// https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
/// </summary>
internal static class ActionRules
{
    public const string NoMatchingError = "NoMatchingError";
    public const string NoMatchingCondition = "NoMatchingCondition";
    public const string InputTimeLimitExceeded = "InputTimeLimitExceeded";
    public const string InvalidPhoneNumber = "InvalidPhoneNumber";

    private static readonly string[] Error = [NoMatchingError];
    private static readonly FlowType[] InboundAndTransfer = [FlowType.ContactFlow, FlowType.AgentTransfer, FlowType.QueueTransfer];
    private static readonly FlowType[] WithQueue = [.. InboundAndTransfer, FlowType.CustomerQueue];

    public static IReadOnlyDictionary<string, ActionRule> All { get; } = new Dictionary<string, ActionRule>
    {
        // Older exports have none.
        ["MessageParticipant"] = new([], NoMatchingError),
        ["GetParticipantInput"] = new(Error, NoMatchingCondition, InputTimeLimitExceeded, InvalidPhoneNumber) { In = WithQueue },
        ["ConnectParticipantWithLexBot"] = new(Error, NoMatchingCondition, InputTimeLimitExceeded),
        ["DisconnectParticipant"] = new([]) { Ends = true },
        ["EndFlowExecution"] = new([]) { Ends = true },
        ["EndFlowModuleExecution"] = new([]) { Ends = true, OnlyInModules = true },
        ["Compare"] = new([NoMatchingCondition]),
        ["CheckHoursOfOperation"] = new(Error) { Results = ["True", "False"], In = WithQueue },
        ["Loop"] = new([], NoMatchingError) { Results = ["ContinueLooping", "DoneLooping"] },
        ["TransferToFlow"] = new(Error) { In = InboundAndTransfer },
        ["UpdateFlowLoggingBehavior"] = new([], NoMatchingError),
        ["UpdateContactAttributes"] = new(Error),
        ["UpdateContactTargetQueue"] = new(Error) { In = InboundAndTransfer },
        ["TransferContactToQueue"] = new(["QueueAtCapacity", NoMatchingError]) { In = InboundAndTransfer },
        ["DequeueContactAndTransferToQueue"] = new(["QueueAtCapacity", NoMatchingError]) { In = [FlowType.CustomerQueue] },
        ["UpdateContactCallbackNumber"] = new(["InvalidCallbackNumber", "CallbackNumberNotDialable"], NoMatchingError),
        ["CreateCallbackContact"] = new(Error),
        ["InvokeLambdaFunction"] = new(Error),
        ["InvokeFlowModule"] = new(Error),
    };
}
