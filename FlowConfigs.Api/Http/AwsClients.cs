using System.Diagnostics.CodeAnalysis;
using System.Net;
using Amazon.Runtime;
using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace FlowConfigs.Api.Http;

/// <summary>Clients of AWS services that have no SDK package here. A person waits for the answer, so each call has a limit.</summary>
internal static class AwsClients
{
    /// <summary>Adds a client, which gets an HttpClient with signed requests.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="name">The name by which AWS signs.</param>
    /// <param name="region">Its Region, of the options.</param>
    /// <param name="address">Its address, of the options; they may have none while the service is switched off.</param>
    /// <param name="resilience">Time limits and retries: https://learn.microsoft.com/dotnet/core/resilience/http-resilience</param>
    /// <param name="client">What tells it from another client of the service; the service's name unless given.</param>
    public static void AddAwsClient<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        string name,
        Func<TOptions, string> region,
        Func<TOptions, Uri> address,
        Action<ResiliencePipelineBuilder<HttpResponseMessage>, IServiceProvider> resilience,
        string? client = null)
        where T : class
        where TOptions : class
    {
        var named = services.AddHttpClient(client ?? name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(Connections)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        named.AddResilienceHandler(client ?? name, (builder, context) => resilience(builder, context.ServiceProvider));
        // Inside of it, so that every attempt is signed.
        named.AddHttpMessageHandler(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TOptions>>().Value;
            var time = provider.GetRequiredService<TimeProvider>();
            return new AwsHandler(name, region(options), () => AwsHandler.CredentialsFor(address(options)), time);
        });
        services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<T>(provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(client ?? name)));
    }

    /// <summary>One more attempt where the first may have failed by chance.</summary>
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddOneRetry(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, Action<Exception?>? tried = null) =>
        builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
            OnRetry = arguments =>
            {
                tried?.Invoke(arguments.Outcome.Exception);
                return ValueTask.CompletedTask;
            },
        });

    /// <summary>Whether a fault may be over at the next attempt.</summary>
    public static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Exception: AmazonServiceException { StatusCode: var status, ErrorCode: var code } } =>
            status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            || code?.StartsWith("Throttling", StringComparison.Ordinal) == true,
        // What Lambda answers for a function that has failed.
        { Result: { } answer } => answer.Headers.Contains("X-Amz-Function-Error"),
        _ => false,
    };

    /// <summary>Whether a call came to nothing: the service is not reached, refuses, or is late, or there are no credentials.</summary>
    public static bool IsFault(Exception e) => e is HttpRequestException or AmazonServiceException or AmazonClientException
        or TimeoutRejectedException or OperationCanceledException;

    /// <summary>Connections of a client that lives as long as the program: made again, so that a changed address is noticed.</summary>
    public static SocketsHttpHandler Connections() => new()
    {
        ConnectTimeout = TimeLimits.Of(TimeSpan.FromMilliseconds(800)),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        AllowAutoRedirect = false,
    };
}
