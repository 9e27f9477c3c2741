using System.Text.Json.Serialization;

namespace FlowConfigs.ServiceDefaults.Lambda;

/// <summary>
/// An error as the Runtime API takes it (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror).
/// The stack trace stays in our own log: this body goes to whoever invoked the function.
/// </summary>
internal sealed record LambdaError(string ErrorMessage, string ErrorType)
{
    public IReadOnlyList<string> StackTrace { get; } = [];

    /// <summary>The value of Lambda-Runtime-Function-Error-Type: category.reason.</summary>
    [JsonIgnore]
    public required string Reason { get; init; }

    public static LambdaError Of(Exception error) => new(error.Message, error.GetType().Name)
    {
        Reason = $"Function.{error.GetType().Name}",
    };

    public static LambdaError OfInit(Exception error) => new(error.Message, error.GetType().Name)
    {
        Reason = $"Init.{error.GetType().Name}",
    };

    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#function-configuration-deployment-and-execution</summary>
    public static LambdaError TooLarge(int size, int limit) => new(
        $"The answer has {size} bytes; Lambda takes at most {limit}.", "ResponseSizeTooLarge")
    {
        Reason = "Function.ResponseSizeTooLarge",
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LambdaError))]
internal sealed partial class LambdaErrorJson : JsonSerializerContext;
