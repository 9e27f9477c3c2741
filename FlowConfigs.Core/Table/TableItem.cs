using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>Where an item is in the table.</summary>
internal readonly record struct ItemKey(string Partition, string Sort)
{
    /// <summary>Where the current item of a thing is.</summary>
    public static ItemKey Current(string kind, string id) => new(Item.Partition(kind, id), Item.Current);

    internal Dictionary<string, AttributeValue> Attributes => new() { [Item.Pk] = new(Partition), [Item.Sk] = new(Sort) };
}

/// <summary>An item of the table: texts, numbers and truth values by attribute.</summary>
internal sealed class TableItem
{
    public TableItem(ItemKey key) => Attributes = key.Attributes;

    internal TableItem(Dictionary<string, AttributeValue> attributes) => Attributes = attributes;

    public ItemKey Key => new(this[Item.Pk], this[Item.Sk]);

    /// <summary>
    /// Bytes as DynamoDB counts them: names and texts in UTF-8, a number a byte for two digits and one more,
    /// a truth value one (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
    /// </summary>
    public int Size => Attributes.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => DigitPairs(number) + 1,
        _ => 1,
    });

    internal Dictionary<string, AttributeValue> Attributes { get; }

    /// <summary>A text.</summary>
    public string this[string attribute]
    {
        get => Attributes[attribute].S;
        set => Attributes[attribute] = new(value);
    }

    public bool Has(string attribute) => Attributes.ContainsKey(attribute);

    public int Number(string attribute) => int.Parse(Attributes[attribute].N, CultureInfo.InvariantCulture);

    public void SetNumber(string attribute, long number) =>
        Attributes[attribute] = new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public void SetTrue(string attribute) => Attributes[attribute] = new() { BOOL = true };

    // Digits count in pairs from the decimal point: 190 is 1|90. DynamoDB Local counts so; see ItemSizeProperties.
    private static int DigitPairs(string number)
    {
        var pairs = (number.Length + 1) / 2;
        for (var end = number.Length; end > 0 && number.AsSpan(Math.Max(0, end - 2)..end).Trim('0').IsEmpty; end -= 2)
            pairs--;
        return pairs;
    }
}
