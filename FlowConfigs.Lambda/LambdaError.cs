using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowConfigs.Lambda;

/// <summary>
/// An error as the Runtime API takes it (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror).
/// The stack trace stays in our own log: this body goes to the caller that invoked the function.
/// </summary>
internal sealed record LambdaError(string ErrorMessage, string ErrorType)
{
    public IReadOnlyList<string> StackTrace { get; } = [];

    public static LambdaError Of(Exception error) => new(error.Message, error.GetType().Name);

    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    public static LambdaError TooLarge(int size, int limit) =>
        new($"The answer has {size} bytes; Lambda takes at most {limit}.", "ResponseSizeTooLarge");
}

[JsonSerializable(typeof(LambdaError))]
internal sealed partial class LambdaErrorJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON itself forbids: people read these.</summary>
    public static LambdaErrorJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
