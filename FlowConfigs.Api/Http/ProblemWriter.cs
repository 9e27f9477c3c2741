namespace FlowConfigs.Api.Http;

/// <summary>
/// Writes a problem whatever the request's Accept header asks for. The framework's own writer steps aside for a header without JSON,
/// and a refusal then became an empty answer or a fault. A problem in another format is better than none (RFC 9110, 12.5.1).
/// </summary>
internal sealed class ProblemWriter(IServiceProvider services) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context) =>
        services.GetServices<IProblemDetailsWriter>().First(writer => writer is not ProblemWriter).WriteAsync(context);
}
