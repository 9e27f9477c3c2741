using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What the calls of ops are.</summary>
internal static partial class OpsCalls
{
    /// <summary>Whether a call ("us-east-1 cloudformation describe-stacks …") changes nothing. getConfig only reads.</summary>
    public static bool OnlyRead(string call) => Reading().IsMatch(call);

    /// <summary>Region, service and command: "us-east-1 cloudformation describe-stacks".</summary>
    public static string First(string call) => string.Join(' ', call.Split(' ')[..3]);

    [GeneratedRegex(@"^\S+ (\S+ (get|describe|list|search|validate|wait|scan|query)\b|lambda invoke |s3 cp s3://)")]
    private static partial Regex Reading();
}
