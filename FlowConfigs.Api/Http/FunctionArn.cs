using System.Text.RegularExpressions;

namespace FlowConfigs.Api.Http;

/// <summary>A function as contact flows name it.</summary>
/// <param name="Region">Its Region.</param>
/// <param name="Arn">Its ARN.</param>
public sealed partial record FunctionArn(string Region, string Arn)
{
    internal static bool IsOne(string arn) => Shape.IsMatch(arn);

    internal static FunctionArn Of(string arn) => new(arn.Split(':')[3], arn);

    // https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html
    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]+)?\z")]
    private static partial Regex Shape { get; }
}
