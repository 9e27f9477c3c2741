namespace FlowConfigs.Lambda;

/// <summary>
/// What Lambda tells a function through its environment
/// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime).
/// </summary>
internal sealed record LambdaEnvironment
{
    public const string RuntimeApiVariable = "AWS_LAMBDA_RUNTIME_API";

    /// <summary>host:port of the Runtime API; the local emulator, which serves several functions, adds /function-name.</summary>
    public required string RuntimeApi { get; init; }

    public string FunctionName { get; init; } = "function";

    /// <summary>Reads the environment; null when the program does not run in Lambda.</summary>
    public static LambdaEnvironment? Read(Func<string, string?> value) => value(RuntimeApiVariable) is { Length: > 0 } api
        ? new LambdaEnvironment { RuntimeApi = api, FunctionName = value("AWS_LAMBDA_FUNCTION_NAME") ?? "function" }
        : null;
}
