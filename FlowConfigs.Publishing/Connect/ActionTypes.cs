namespace FlowConfigs.Publishing.Connect;

/// <summary>Types of flow actions: https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html</summary>
internal static class ActionTypes
{
    public static IReadOnlyList<string> Known { get; } =
    [
        // Participant actions
        "AuthenticateParticipant", "ConnectParticipantWithAgenticCX", "ConnectParticipantWithLexBot", "DisconnectParticipant", "GetParticipantInput", "MessageParticipant",
        "MessageParticipantIteratively", "ShowView", "TransferParticipantToThirdParty", "UpdateParticipantState",

        // Flow control actions
        "CheckHoursOfOperation", "CheckMetricData", "CheckOutboundCallStatus", "CheckSegmentMembership", "CheckVoiceId", "Compare", "DistributeByPercentage",
        "EndFlowExecution", "GetMetricData", "Loop", "StartVoiceIdStream", "TransferToFlow", "UpdateFlowAttributes",
        "UpdateFlowLoggingBehavior", "UpdateRoutingCriteria", "Wait",

        // Contact actions. Exports write UntagContact and UpdateContactRoutingCriteria; the documentation has the other spellings too.
        "CompleteOutboundCall", "CreateCase", "CreateContact", "CreatePersistentContactAssociation", "CreateTask", "CreateWisdomSession",
        "DequeueContactAndTransferToQueue", "EndFlowModuleExecution", "GetCase", "InvokeFlowModule", "LoadContactContent", "ResumeContact", "RouteContactToAgent",
        "StartOutboundChatContact", "StartOutboundEmailContact", "TagContact", "TransferContactToAgent", "TransferContactToQueue",
        "UnTagContact", "UntagContact", "UpdateCase", "UpdateContactAttributes", "UpdateContactCallbackNumber", "UpdateContactData",
        "UpdateContactEventHooks", "UpdateContactMediaProcessing", "UpdateContactMediaStreamingBehavior",
        "UpdateContactRecordingAndAnalyticsBehavior", "UpdateContactRecordingBehavior", "UpdateContactRoutingBehavior", "UpdateContactRoutingCriteria",
        "UpdateContactTargetQueue", "UpdateContactTextToSpeechVoice", "UpdatePreviousContactParticipantState",

        // Interactions
        "AssociateContactToCustomerProfile", "CreateCallbackContact", "CreateCustomerProfile", "EvaluateDataTableValues", "GetCalculatedAttributesForCustomerProfile",
        "GetCustomerProfile", "GetCustomerProfileObject", "InvokeLambdaFunction", "RenderMessageTemplate", "UpdateCustomerProfile",
    ];
}
