using Amazon.CDK;
using Amazon.CDK.AWS.Logs;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// A query of CloudWatch Logs Insights for each question that an operator asks, saved under flow-configs-STAGE.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
/// </summary>
internal static class SavedQueries
{
    public static void Add(Stack stack, CfnLogGroup api, CfnLogGroup getConfig, CfnLogGroup isListed)
    {
        CfnLogGroup[] functions = [api, getConfig, isListed];
        Save("UnknownConfigs", "Which configs do flows ask for that do not exist", [getConfig],
            """filter event = "UnknownConfig" | stats count(*) as times, max(@timestamp) as last by Id | sort times desc | limit 50""");
        Save("UnknownLists", "Which lists do flows ask for that do not exist", [isListed],
            """filter event = "UnknownList" | stats count(*) as times, max(@timestamp) as last by Id | sort times desc | limit 50""");
        Save("Stale", "Which configs were served from memory, and why", [getConfig],
            """filter event = "StaleServed" | stats count(*) as times, min(ReadAt) as oldest by Id, Reason | sort times desc | limit 50""");
        Save("Errors", "What has failed", functions,
            """
            filter level in ["ERROR", "FATAL"]
            | fields @timestamp, @log, message, errorType, errorMessage, requestId, traceId | sort @timestamp desc | limit 100
            """);
        Save("Speed", "How long do invocations take", functions,
            """
            filter type = "platform.report"
            | stats count(*) as calls, pct(record.metrics.durationMs, 50) as p50, pct(record.metrics.durationMs, 99) as p99,
              max(record.metrics.durationMs) as longest by @log, bin(5m)
            """);
        Save("Starts", "How many starts did someone wait for, and how long", functions,
            """
            filter type = "platform.report" and ispresent(record.metrics.initDurationMs)
            | stats count(*) as starts, avg(record.metrics.initDurationMs) as mean, max(record.metrics.initDurationMs) as longest
              by @log, bin(1h)
            """);
        Save("Policy", "When was the policy engine asked a second time", [api],
            """filter event = "PermissionsTriedAgain" | stats count(*) as times by Problem, bin(5m)""");
        Save("WebErrors", "What goes wrong in browsers", [api],
            """filter event = "WebFailed" | stats count(*) as times, max(@timestamp) as last by Page, Name, Message | sort times desc""");
        Save("Trace", "All lines of one trace", functions,
            """filter traceId = "PUT THE TRACE ID HERE" | fields @timestamp, @log, level, message | sort @timestamp""");

        void Save(string id, string question, CfnLogGroup[] groups, string query) =>
            _ = new CfnQueryDefinition(stack, $"{id}Query", new CfnQueryDefinitionProps
            {
                Name = Fn.Sub($"flow-configs-${{Stage}}/{question}"),
                LogGroupNames = [.. groups.Select(group => group.Ref)],
                QueryString = query,
            });
    }
}
