using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;

namespace FlowConfigs.Core.Storage;

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
    /// Bytes of an item whose attributes are texts, as DynamoDB counts them: names and values in UTF-8
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html). A number counts as
    /// its digits here, which is never less than what DynamoDB counts but for one byte.
    /// </summary>
    public static int Size(Dictionary<string, AttributeValue> item) =>
        item.Sum(a => Encoding.UTF8.GetByteCount(a.Key) + Encoding.UTF8.GetByteCount(a.Value.S ?? a.Value.N ?? "1") + (a.Value.N is null ? 0 : 1));
}
