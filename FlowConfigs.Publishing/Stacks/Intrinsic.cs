using Amazon.CDK;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// CloudFormation's functions as raw JSON, for properties that CDK's classes do not know or give no condition to; the results of Fn
/// cannot stand there.
/// </summary>
internal static class Intrinsic
{
    /// <summary>A parameter, a pseudo parameter or a resource.</summary>
    public static Dictionary<string, object> Ref(string name) => new() { ["Ref"] = name };

    /// <summary>A text with ${Stage} and the like in it.</summary>
    public static Dictionary<string, object> RawSub(string text) => new() { ["Fn::Sub"] = text };

    /// <summary>One of two values; without a second, none.</summary>
    public static Dictionary<string, object> If(CfnCondition condition, object then, object? otherwise = null) =>
        new() { ["Fn::If"] = new object[] { condition.LogicalId, then, otherwise ?? Ref("AWS::NoValue") } };
}
