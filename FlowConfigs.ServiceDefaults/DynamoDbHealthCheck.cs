using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Lambda.Aws;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry;

namespace FlowConfigs.ServiceDefaults;

/// <summary>Healthy when the table is there and takes requests.</summary>
internal sealed class DynamoDbHealthCheck(IAmazonDynamoDB dynamoDb, IOptions<DynamoDbOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var table = options.Value.Table;
        // Asked every few seconds: its spans would hide the others.
        using var untraced = SuppressInstrumentationScope.Begin();
        try
        {
            var answer = await dynamoDb.DescribeTableAsync(table, cancellationToken);
            // a table is usable while it is being updated
            return answer.Table.TableStatus == TableStatus.ACTIVE || answer.Table.TableStatus == TableStatus.UPDATING
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The table {table} is {answer.Table.TableStatus}.");
        }
        catch (ResourceNotFoundException)
        {
            return HealthCheckResult.Unhealthy($"There is no table {table}: create it, or set FLOWCONFIGS_TABLE to the right name.");
        }
    }
}
