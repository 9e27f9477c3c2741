namespace FlowConfigs.AppHost.Publish.Connect;

/// <summary>Types of flow actions: https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html</summary>
internal static class ActionTypes
{
    public static IReadOnlyList<string> Known { get; } =
    [
        // Participant actions
        "ConnectParticipantWithLexBot", "DisconnectParticipant", "GetParticipantInput", "MessageParticipant",
        "MessageParticipantIteratively", "ShowView", "TransferParticipantToThirdParty", "UpdateParticipantState",

        // Flow control actions
        "CheckHoursOfOperation", "CheckMetricData", "CheckOutboundCallStatus", "CheckVoiceId", "Compare", "DistributeByPercentage",
        "EndFlowExecution", "GetMetricData", "Loop", "StartVoiceIdStream", "TransferToFlow", "UpdateFlowAttributes",
        "UpdateFlowLoggingBehavior", "UpdateRoutingCriteria", "Wait",

        // Contact actions
        "CompleteOutboundCall", "CreateCase", "CreatePersistentContactAssociation", "CreateTask", "CreateWisdomSession",
        "DequeueContactAndTransferToQueue", "EndFlowModuleExecution", "GetCase", "InvokeFlowModule", "ResumeContact",
        "StartOutboundChatContact", "StartOutboundEmailContact", "TagContact", "TransferContactToAgent", "TransferContactToQueue",
        "UnTagContact", "UpdateCase", "UpdateContactAttributes", "UpdateContactCallbackNumber", "UpdateContactData",
        "UpdateContactEventHooks", "UpdateContactMediaProcessing", "UpdateContactMediaStreamingBehavior",
        "UpdateContactRecordingAndAnalyticsBehavior", "UpdateContactRecordingBehavior", "UpdateContactRoutingBehavior",
        "UpdateContactTargetQueue", "UpdateContactTextToSpeechVoice", "UpdatePreviousContactParticipantState",

        // Interactions
        "AssociateContactToCustomerProfile", "CreateCallbackContact", "CreateCustomerProfile", "GetCalculatedAttributesForCustomerProfile",
        "GetCustomerProfile", "GetCustomerProfileObject", "InvokeLambdaFunction", "UpdateCustomerProfile",
    ];
}
