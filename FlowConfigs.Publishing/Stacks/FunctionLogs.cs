using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using static FlowConfigs.Publishing.Stacks.Intrinsic;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// A function's log group. It outlives its stack, and so has no name of its own: a fixed one would be in the way of the next
/// installation. The name that CloudFormation makes begins with the stack's.
/// </summary>
internal static class FunctionLogs
{
    public static CfnLogGroup In(Stack stack, string function)
    {
        var logs = new CfnLogGroup(stack, $"{function}Logs", new CfnLogGroupProps());
        logs.AddPropertyOverride("RetentionInDays", Ref("LogRetentionDays"));
        logs.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        return logs;
    }

    public static Dictionary<string, object> Write(CfnLogGroup logs) =>
        Policy.Allow("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], logs.AttrArn);

    public static CfnFunction.LoggingConfigProperty Json(CfnLogGroup logs) => new()
    {
        LogGroup = logs.Ref,
        LogFormat = "JSON",
        ApplicationLogLevel = "INFO",
        SystemLogLevel = "INFO",
    };
}
