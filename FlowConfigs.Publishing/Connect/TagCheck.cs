using System.Text.RegularExpressions;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Tags are those that CloudFormation takes for every resource of Connect; see <see cref="AwsLimits"/>.</summary>
internal static partial class TagCheck
{
    /// <summary>Most tags of a thing, those of everything included.</summary>
    public const int Most = 50;

    /// <summary>Most characters of a key.</summary>
    public const int LongestKey = 128;

    /// <summary>Most characters of a value.</summary>
    public const int LongestValue = 256;

    /// <summary>The pattern of a key in AWS's schemas: + to = has the digits in it.</summary>
    public const string KeyPattern = "^(?!aws:)[a-zA-Z+-=._:/]+$";

    public static IEnumerable<Fault> Faults(ContactCenter center) =>
        All(center).SelectMany(tagged => Faults(tagged.Tags, center.Tags, tagged.Path));

    private static IEnumerable<Fault> Faults(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> common, string path)
    {
        foreach (var (key, value) in own)
        {
            if (key.Length > LongestKey || !Key().IsMatch(key))
            {
                yield return new($"{path}.{key}", $"The key of a tag can have 1 to {LongestKey} letters A–Z, digits and the signs + , - . / : ; < = _, "
                    + "and cannot begin with aws:. Give the tag another key.");
            }

            if (value.Length > LongestValue)
                yield return new($"{path}.{key}", $"The value of a tag can have {LongestValue} characters; this one has {value.Length}. Shorten it.");
        }

        if (own.Keys.Union(common.Keys).Count() is > Most and var count)
            yield return new(path, $"There are {count} tags, together with those for every resource; AWS accepts {Most}. Remove some.");
    }

    private static IEnumerable<(string Path, IReadOnlyDictionary<string, string> Tags)> All(ContactCenter center) =>
    [
        ("tags", center.Tags), ("instance.tags", center.Instance.Tags),
        .. center.Hours.Select((thing, index) => ($"hours[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Numbers.Select((thing, index) => ($"numbers[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Queues.Select((thing, index) => ($"queues[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.RoutingProfiles.Select((thing, index) => ($"routingProfiles[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.SecurityProfiles.Select((thing, index) => ($"securityProfiles[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Hierarchy.Groups.Select((thing, index) => ($"hierarchy.groups[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Users.Select((thing, index) => ($"users[{index}] ({thing.Username}).tags", thing.Tags)),
        .. center.QuickConnects.Select((thing, index) => ($"quickConnects[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Prompts.Select((thing, index) => ($"prompts[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Modules.Select((thing, index) => ($"modules[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Resources.Select((thing, index) => ($"resources[{index}] ({thing.Name}).tags", thing.Tags)),
        .. center.Flows.Select((thing, index) => ($"flows[{index}] ({thing.Name}).tags", thing.Tags)),
    ];

    [GeneratedRegex("^(?!aws:)[a-zA-Z+-=._:/]+\\z")]
    private static partial Regex Key();
}
