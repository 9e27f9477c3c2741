using Amazon.DynamoDBv2;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowConfigs.ServiceDefaults.Aws;

/// <summary>Sets up the DynamoDB client: for hosts by dependency injection, for handlers by a plain call.</summary>
public static class DynamoDb
{
    /// <summary>
    /// Adds <see cref="IAmazonDynamoDB"/>, <see cref="IOptions{T}"/> of <see cref="DynamoDbOptions"/>, validated when the program
    /// starts, and the health check "dynamodb".
    /// </summary>
    public static IServiceCollection AddDynamoDb(this IServiceCollection services)
    {
        services.AddOptions<DynamoDbOptions>()
            .Configure<IConfiguration>((options, configuration) => options.Set(name => configuration[name]))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DynamoDbOptions>, Validation>();
        services.AddSingleton(provider => CreateClient(provider.GetRequiredService<IOptions<DynamoDbOptions>>().Value));
        services.AddHealthChecks().AddCheck<DynamoDbHealthCheck>("dynamodb");
        return services;
    }

    /// <summary>
    /// Makes the client for a program without dependency injection. Every call ends within 2 seconds, its one retry included:
    /// a caller hears silence meanwhile.
    /// </summary>
    /// <param name="options">Where the table is.</param>
    /// <param name="retries">False for a caller that tries again itself.</param>
    /// <exception cref="InvalidOperationException">The options have a problem; the message says what to set.</exception>
    public static IAmazonDynamoDB CreateClient(DynamoDbOptions options, bool retries = true) => new InCallClient(options.Checked(), retries);

    private sealed class Validation : IValidateOptions<DynamoDbOptions>
    {
        public ValidateOptionsResult Validate(string? name, DynamoDbOptions options)
        {
            string[] problems = [.. options.Problems()];
            return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
