using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Table;

/// <summary>What all items of the table have in common: the names of their attributes, their keys, their size.</summary>
internal static class Item
{
    public const string Pk = "pk";
    public const string Sk = "sk";
    public const string Version = "version";
    public const string Body = "body";

    /// <summary>Who saved a thing that is not a config, when and why.</summary>
    public const string Saved = "saved";

    /// <summary>Items with these three are in the index: what is current, by id, and audit entries, by time.</summary>
    public const string Listed = "listed";
    public const string Id = "id";
    public const string Summary = "summary";

    /// <summary>True on the version that a deletion leaves.</summary>
    public const string Deleted = "deleted";

    /// <summary>When the table deletes the item by itself, in seconds since 1970; absent on what stays.</summary>
    public const string Expires = "expires";

    public const string Current = "CURRENT";
    public const string VersionPrefix = "V#";

    public static Dictionary<string, AttributeValue> Key(string partition, string sort) =>
        new() { [Pk] = new(partition), [Sk] = new(sort) };

    /// <summary>
    /// The sort key of a version. The mark after the number keeps two saves apart that made the same version in two Regions:
    /// with the number alone, the later one would take the place of the earlier one, and that would be lost unseen.
    /// </summary>
    public static string VersionSort(int version, string? mark) => mark is null ? VersionSort(version) : $"{VersionSort(version)}#{mark}";

    public static string VersionSort(int version) => string.Create(CultureInfo.InvariantCulture, $"{VersionPrefix}{version:D10}");

    public static AttributeValue Number(int number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static int ReadNumber(this Dictionary<string, AttributeValue> item, string attribute) =>
        int.Parse(item[attribute].N, CultureInfo.InvariantCulture);

    /// <summary>A mark for a save that no other save has.</summary>
    public static string NewMark() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>
    /// Bytes of an item as DynamoDB counts them: names and texts in UTF-8, a number a byte for two digits and one more,
    /// a truth value one (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html).
    /// </summary>
    public static int Size(Dictionary<string, AttributeValue> item) =>
        item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + attribute.Value switch
        {
            { S: { } text } => Encoding.UTF8.GetByteCount(text),
            { N: { } number } => DigitPairs(number) + 1,
            _ => 1,
        });

    // Digits count in pairs from the decimal point: 190 is 1|90. DynamoDB Local counts so; see ItemSizeProperties.
    private static int DigitPairs(string number)
    {
        var pairs = (number.Length + 1) / 2;
        for (var end = number.Length; end > 0 && number.AsSpan(Math.Max(0, end - 2)..end).Trim('0').IsEmpty; end -= 2)
            pairs--;
        return pairs;
    }
}
