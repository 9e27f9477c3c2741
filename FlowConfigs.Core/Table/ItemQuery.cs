using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>Which items to read of one partition, or of one part of the index <see cref="FlowConfigsTable.ListingIndex"/>.</summary>
/// <param name="Partition">The partition; of the index, what the items are listed as.</param>
internal sealed record ItemQuery(string Partition)
{
    /// <summary>Most items of a page; DynamoDB ends one at 1 MB in any case.</summary>
    public const int MaxPage = 1000;

    /// <summary>Whether the index is asked, which follows a save within moments. The table itself is read strongly consistent.</summary>
    public bool Listing { get; init; }

    /// <summary>Only what begins with it.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Only what lies between the two, both included.</summary>
    public (string From, string To)? Between { get; init; }

    /// <summary>Only what lies below it.</summary>
    public string? Below { get; init; }

    /// <summary>The last item of the page before; of the index, its id.</summary>
    public ItemKey? After { get; init; }

    public bool Descending { get; init; }

    public int? Limit { get; init; }

    /// <summary>The attributes to read, where not all are needed.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>What is current of a kind, by id.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="after">The last id of the page before; null begins.</param>
    public static ItemQuery Listed(string kind, string? after = null) => new(kind.ToUpperInvariant())
    {
        Listing = true,
        After = after is null ? null : ItemKey.Current(kind, after),
        AfterId = after,
    };

    /// <summary>Of the index, the id of <see cref="After"/>.</summary>
    public string? AfterId { get; init; }

    internal QueryRequest ToRequest(string table)
    {
        var (partition, sort) = Listing ? (Item.Listed, Item.Id) : (Item.Pk, Item.Sk);
        var values = new Dictionary<string, AttributeValue> { [":partition"] = new(Partition) };
        var request = new QueryRequest
        {
            TableName = table,
            IndexName = Listing ? FlowConfigsTable.ListingIndex : null,
            KeyConditionExpression = $"{partition} = :partition{Condition(sort, values)}",
            ExpressionAttributeValues = values,
            ScanIndexForward = !Descending,
            // Null leaves it to DynamoDB; an index is never consistent.
            ConsistentRead = Listing ? null : true,
            Limit = Limit,
            ProjectionExpression = Only is [] ? null : string.Join(", ", Only),
        };
        if (After is { } after)
        {
            request.ExclusiveStartKey = after.Attributes;
            if (Listing)
            {
                request.ExclusiveStartKey[Item.Listed] = new(Partition);
                request.ExclusiveStartKey[Item.Id] = new(AfterId);
            }
        }

        return request;
    }

    private string Condition(string sort, Dictionary<string, AttributeValue> values)
    {
        if (Between is var (from, to))
        {
            (values[":from"], values[":to"]) = (new(from), new(to));
            return $" AND {sort} BETWEEN :from AND :to";
        }

        if (Below is not null)
        {
            values[":below"] = new(Below);
            return $" AND {sort} < :below";
        }

        if (Prefix == "")
            return "";
        values[":prefix"] = new(Prefix);
        return $" AND begins_with({sort}, :prefix)";
    }
}
