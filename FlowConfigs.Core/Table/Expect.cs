using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>A condition on the item that a write replaces.</summary>
internal sealed record Expect(string? Condition)
{
    public static readonly Expect Nothing = new($"attribute_not_exists({Item.Pk})");

    public static readonly Expect Something = new($"attribute_exists({Item.Pk})");

    public static readonly Expect Anything = new((string?)null);

    private int? AtVersion { get; init; }

    private DateTimeOffset? FreeAt { get; init; }

    public Dictionary<string, AttributeValue>? Values
    {
        get
        {
            if (AtVersion is not { } version)
                return null;
            var values = new Dictionary<string, AttributeValue> { [":version"] = Number(version) };
            if (FreeAt is { } now)
                values[":now"] = Number(now.ToUnixTimeMilliseconds());
            return values;
        }
    }

    /// <summary>The item has this version; 0 expects that there is no item.</summary>
    public static Expect Version(int version) =>
        version == 0 ? Nothing : new($"{Item.Version} = :version") { AtVersion = version };

    /// <summary>As <see cref="Version"/>, and no save holds the item (<see cref="DynamoTable.HoldAsync"/>).</summary>
    public static Expect FreeVersion(int version, DateTimeOffset now) => version == 0 ? Nothing
        : new($"{Item.Version} = :version AND (attribute_not_exists({Item.Held}) OR {Item.Held} < :now)") { AtVersion = version, FreeAt = now };

    /// <summary>Whether the item that did not meet the condition is as expected but for being held.</summary>
    public bool IsOnlyHeld(Dictionary<string, AttributeValue>? found) =>
        FreeAt is not null && found is { Count: > 0 } && new TableItem(found) is var item
        && item.Has(Item.Held) && item.Number(Item.Version) == AtVersion;

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };
}
