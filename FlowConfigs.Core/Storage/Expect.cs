using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Storage;

/// <summary>A condition on the item that a write replaces.</summary>
internal sealed record Expect(string Condition, int? AtVersion)
{
    public static readonly Expect Nothing = new($"attribute_not_exists({ConfigItem.Pk})", null);

    /// <summary>The item has this version; 0 expects that there is no item.</summary>
    public static Expect Version(int version) => version == 0 ? Nothing : new($"{ConfigItem.Version} = :version", version);

    public Dictionary<string, AttributeValue>? Values =>
        AtVersion is { } version ? new() { [":version"] = ConfigItem.Number(version) } : null;
}

internal static class Expectations
{
    public static bool Has(this TransactionCanceledException e, string code) => e.CancellationReasons.Any(reason => reason.Code == code);

    public static Put If(this Put put, Expect expect)
    {
        put.ConditionExpression = expect.Condition;
        put.ExpressionAttributeValues = expect.Values;
        return put;
    }

    public static Delete If(this Delete delete, Expect expect)
    {
        delete.ConditionExpression = expect.Condition;
        delete.ExpressionAttributeValues = expect.Values;
        return delete;
    }
}
