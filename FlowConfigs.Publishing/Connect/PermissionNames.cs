namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// The permissions of security profiles by their API names, as of 2026-11-28: those of
/// https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html, and others that ListSecurityProfilePermissions has for
/// the profile Admin of an instance. Connect gets new ones: a model can name them in permissionNames.
/// </summary>
internal static class PermissionNames
{
    // A name with a colon begins those that follow it: Users: View is Users.View.
    private const string Table = """
        BasicAgentAccess OutboundCallAccess AccessMetrics ChatTestMode ManagerListenIn ManagerBargeIn DeleteCallRecordings
        DownloadCallRecordings ListenCallRecordings AccessMetrics: AgentActivityAudit.Access Dashboards.Access
        DashboardsWithMyData.View HistoricalMetrics.Access RealTimeMetrics.Access AgentGrouping: Create Edit EnableAndDisable View
        AgentStates: Create Edit EnableAndDisable View AgentTimeCard: View Analytics: PerformanceMetrics.Access AnalyticsConnectors:
        Edit View Audio: View AudioDeviceSettings: Access AutomatedVoiceInteraction: Recordings.Redacted.Access
        Recordings.Redacted.DownloadButton Recordings.Unredacted.Access Recordings.Unredacted.DownloadButton
        Transcripts.Redacted.Access Transcripts.Unredacted.Access Bots: Create Delete Edit View CallRecordings: Redacted.Access
        Redacted.DownloadButton Unredacted.Access Unredacted.DownloadButton Campaigns: Create Delete Edit Manage View Capacity: Edit
        Publish View CaseComments: Delete Edit CaseContacts: Delete CaseCustomRelatedItems: Delete Edit CaseFields: Create Edit View
        CaseFiles: Delete CaseHistory: View CaseTemplates: Create Edit View Cases: Create Delete Edit View CoachingSessions: Create
        Delete Edit View Cobrowse: Access ConfigureContactAttributes: View ContactAttributes: View ContactFlowModules: Create Delete
        Edit Execute Publish View ContactFlows: Create Delete Edit Publish View ContactLensCustomVocabulary: Edit View
        ContactLensPostContactSummary: View ContactRecording: Access ContactSearch: View ContactSearchQuickViewWidget: Create Delete
        Edit View ContactSearchSampleContacts: View ContactSearchWithCharacteristics: Access View ContactSearchWithKeywords: Access
        View ContactTranscripts: Redacted.Access Unredacted.Access Unredacted.DownloadButton Contacts: Tag.Edit ContentManagement:
        Create Delete Edit View MessageTemplates.Create MessageTemplates.Delete MessageTemplates.Edit MessageTemplates.View
        CustomMetrics: Create Delete Edit Publish View CustomViews: Access CustomerProfiles: Create Edit View
        CalculatedAttributes.Create CalculatedAttributes.Delete CalculatedAttributes.Edit CalculatedAttributes.View
        PredictiveInsights.View ProfileExplorer.Create ProfileExplorer.Delete ProfileExplorer.Edit ProfileExplorer.View
        Segments.Create Segments.Delete Segments.Edit Segments.Export Segments.View DataTables: Create Delete Edit
        EditExpressionValues ManageValues View EmailAddresses: Create Edit Remove View Evaluation: Create Delete Edit View
        EvaluationAssistant: Access EvaluationCalibrationSessions: Create Delete Edit View EvaluationForms: Create Delete Edit View
        EvaluationReviewRequest: Create Delete View EvaluationReviews: Create View FileAttachments: Configurations.Edit
        Configurations.View ForecastScheduleInterval: Edit View Forecasting: Edit Publish View GraphTrends: View HistoricalChanges:
        View HoursOfOperation: Create Delete Edit View InformationExtraction: Definitions.Create Definitions.Delete Definitions.Edit
        Definitions.View Results.View ManualAssignAnyContact: Enable ManualAssignMyContacts: Enable MetricsReports: Create Delete
        Edit Publish Schedule Share View MyCaseComments: Delete Edit MyCaseContacts: Delete MyCaseCustomRelatedItems: Delete Edit
        MyCases: Delete MyCoachingSessions: Create Delete Edit View MyContacts: View MyReceivedEvaluations: View OutboundEmail:
        Create PhoneNumbers: Claim Edit Release View PredefinedAttributes: Create Delete Edit View Prompts: Create Delete Edit View
        QConnectAIAgents: Create Delete Edit View QConnectAIPrompts: Create Delete Edit View QConnectGuardrails: Create Delete Edit
        View Queues: Create Delete Edit EditExpressions EnableAndDisable Purge View RealtimeContactLens: View RedactedData: View
        ReportSchedules: Create Delete Edit View ReportsAdmin: Access Delete Publish Schedule View RequireEndContactConfirmation:
        Enabled RestrictContactAccessByHierarchy: View RestrictPhoneTypeSettings: Access RestrictTaskCreation: Access
        RoutingPolicies: Create Delete Edit View Rules: Create Delete Edit View RulesGenerativeAI: Create Delete Edit View
        Scheduling: Edit Publish View ScreenRecording: Access Delete Download Redacted.Access Redacted.Download SecurityProfiles:
        Create Delete Edit View SelfAssignContacts: Access StaffCalendar: Edit View StopContact: Enabled TaskTemplates: Create
        Delete Edit View TeamCalendar: Edit View TestCases: Create Delete Edit Execute Publish View ThemeDetection: Create Delete
        View TimeOff: Approve Edit View TimeOffBalance: Edit View Transcript: View TransferContact: Enabled TransferDestinations:
        Create Delete Edit View UnredactedData: View UpdateContactSchedule: Enabled Users: Create Delete Edit EditPermission
        EnableAndDisable View VideoContact: Access Views: Create Edit Remove View VoiceId: Access VoiceIdAttributesAndSearch: View
        VoiceIdUpdateSpeakerId: Access Wisdom: View Workspaces: Assign Create Delete Edit EditVisibility View
        """;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Read()];

    private static IEnumerable<string> Read()
    {
        var about = "";
        foreach (var word in Table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
                about = $"{word[..^1]}.";
            else
                yield return about + word;
        }
    }
}
