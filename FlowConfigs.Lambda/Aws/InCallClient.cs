using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace FlowConfigs.Lambda.Aws;

/// <summary>A DynamoDB client for lookups while a caller waits: short attempts, at most one retry, and a limit on the whole.</summary>
internal sealed class InCallClient(DynamoDbOptions options, bool retries)
    : AmazonDynamoDBClient(InCallConnections.LocalCredentials(options), Settings(options, retries))
{
    /// <summary>The limit on one call, both attempts and the pause between them together.</summary>
    public static readonly TimeSpan CallLimit = TimeLimits.Of(TimeSpan.FromSeconds(2));

    /// <summary>The limit on one attempt: leaves the retry its time, and a cold start's first connection the time it takes.</summary>
    public static readonly TimeSpan AttemptLimit = TimeLimits.Of(TimeSpan.FromMilliseconds(1200));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(new CallLimitHandler(CallLimit));
    }

    private static AmazonDynamoDBConfig Settings(DynamoDbOptions options, bool retries)
    {
        var config = new AmazonDynamoDBConfig
        {
            MaxErrorRetry = retries ? 1 : 0,
            RetryMode = RequestRetryMode.Standard,
            Timeout = AttemptLimit,
            HttpClientFactory = new KeepAlive(),
        };
        if (options.EndpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
            return config;
        }

        config.ServiceURL = options.EndpointUrl;
        config.AuthenticationRegion = options.SigningRegion;
        return config;
    }

    private sealed class KeepAlive : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(InCallConnections.Handler()) { Timeout = AttemptLimit };
    }

    private sealed class CallLimitHandler(TimeSpan limit) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var request = (RequestContext)executionContext.RequestContext;
            var caller = request.CancellationToken;
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(caller);
            limited.CancelAfter(limit);
            request.CancellationToken = limited.Token;
            try
            {
                return await base.InvokeAsync<T>(executionContext);
            }
            catch (OperationCanceledException error) when (limited.IsCancellationRequested && !caller.IsCancellationRequested)
            {
                throw new TimeoutException($"DynamoDB did not answer {request.RequestName} within {limit.TotalSeconds:0.#} s.", error);
            }
        }
    }
}
