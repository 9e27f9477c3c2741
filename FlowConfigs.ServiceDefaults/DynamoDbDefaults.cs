using Amazon.DynamoDBv2;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowConfigs.ServiceDefaults;

/// <summary>The table's client, for programs with dependency injection.</summary>
public static class DynamoDbDefaults
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
        services.AddSingleton(provider => DynamoDb.CreateClient(provider.GetRequiredService<IOptions<DynamoDbOptions>>().Value));
        services.AddHealthChecks().AddCheck<DynamoDbHealthCheck>("dynamodb");
        return services;
    }

    private sealed class Validation : IValidateOptions<DynamoDbOptions>
    {
        public ValidateOptionsResult Validate(string? name, DynamoDbOptions options)
        {
            string[] problems = [.. options.Problems()];
            return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
