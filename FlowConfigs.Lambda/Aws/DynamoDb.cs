using Amazon.DynamoDBv2;

namespace FlowConfigs.Lambda.Aws;

/// <summary>Makes the DynamoDB client.</summary>
public static class DynamoDb
{
    /// <summary>
    /// Makes a client whose every call ends within 2 seconds in AWS (see <see cref="TimeLimits"/>), its one retry included: a caller hears silence meanwhile.
    /// </summary>
    /// <param name="options">Where the table is.</param>
    /// <param name="retries">False for a caller that tries again itself.</param>
    /// <exception cref="InvalidOperationException">The options have a problem; the message says what to set.</exception>
    public static IAmazonDynamoDB CreateClient(DynamoDbOptions options, bool retries = true) =>
        new InCallClient(options.Checked(), retries);
}
