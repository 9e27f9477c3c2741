namespace FlowConfigs.Lambda;

/// <summary>Answers one invocation with JSON. The token fires shortly before the function's time is up.</summary>
/// <returns>The answer as UTF-8 JSON, at most 6 MB.</returns>
public delegate Task<ReadOnlyMemory<byte>> LambdaHandler(LambdaInvocation invocation, CancellationToken cancellationToken);

/// <summary>
/// One invocation as the Runtime API hands it over
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-next).
/// </summary>
public sealed record LambdaInvocation
{
    /// <summary>Lambda's id of the request, as it stands in its logs.</summary>
    public required string RequestId { get; init; }

    /// <summary>The ARN that was invoked, with its version or alias where the caller named one.</summary>
    public required string InvokedFunctionArn { get; init; }

    /// <summary>When Lambda ends the invocation.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>The X-Ray tracing header, or null.</summary>
    public string? TraceId { get; init; }

    /// <summary>The event as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Whether this is the first invocation of the process.</summary>
    public bool IsColdStart { get; init; }

    /// <summary>The id of the invocation under way, for the log; one process answers one at a time.</summary>
    internal static string? CurrentRequestId { get; set; }
}
