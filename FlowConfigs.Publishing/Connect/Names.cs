using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Every name of a model, by kind.</summary>
internal sealed partial class Names(ContactCenter center)
{
    private readonly ILookup<string, (string Path, string Name, string Key)> all = All(center)
        .ToLookup(named => named.Kind, named => (named.Path, named.Name, named.Key));

    /// <summary>Whether the model defines it.</summary>
    public bool Has(string kind, string name) => all[kind].Any(named => named.Name == name);

    /// <summary>What ids and parameters of a thing are made of: the name that it had first.</summary>
    public string KeyOf(string kind, string name) => all[kind].FirstOrDefault(named => named.Name == name).Key ?? name;

    /// <summary>What can be named: the model's and Connect's own.</summary>
    public IEnumerable<string> Of(string kind) => all[kind].Select(named => named.Name).Concat(BuiltIn.Of(kind));

    /// <summary>Names that are there twice, are the same as SSM parameters, or are those of Connect's own things.</summary>
    public IEnumerable<Fault> Faults() => Twice().Concat(all.SelectMany(kind => kind
        .Where(named => BuiltIn.Of(kind.Key).Contains(named.Name))
        .Select(named => new Fault(named.Path, $"\"{named.Name}\" is there already: Connect makes it with the instance. "
            + "Name it where it is needed without an entry of its own, or give this one another name."))));

    private IEnumerable<Fault> Twice() => TwiceNamed().Concat(all
        .SelectMany(kind => kind.GroupBy(named => Key(named.Key), StringComparer.OrdinalIgnoreCase))
        .Where(same => same.Count() > 1 && same.Any(named => named.Key != named.Name))
        .SelectMany(same => same.Skip(1).Select(named => new Fault(
            $"{named.Path}.key", $"{same.First().Path} has the name or key \"{named.Key}\" too. Only what had this name first can have the key."))));

    private IEnumerable<Fault> TwiceNamed() => all
        .SelectMany(kind => kind.GroupBy(named => Key(named.Name), StringComparer.OrdinalIgnoreCase))
        .Where(same => same.Count() > 1)
        .SelectMany(same => same.Skip(1).Select(named => new Fault(
            named.Path,
            (named.Name == same.First().Name
                ? $"\"{named.Name}\" stands there twice: at {same.First().Path} too."
                : $"\"{named.Name}\" and \"{same.First().Name}\" are the same but for case, spaces or signs.")
            + " Give one of them another name.")));

    // Names that look the same are the same, however their accents are written.
    private static string Key(string name) => Ascii.IsValid(name) ? Slug(name) : name.Normalize();

    /// <summary>
    /// The name as an SSM parameter's can have it. Letters outside ASCII become a part of the name's hash, so that names that differ
    /// only in them stay apart.
    /// </summary>
    public static string Slug(string name)
    {
        var slug = NotInSsm().Replace(name, "-");
        return Ascii.IsValid(name) ? slug : $"{slug}-{Hash(name)}";
    }

    /// <summary>The SSM parameter with a thing's ARN.</summary>
    public static string Parameter(string alias, string kind, string name) => $"/connect/{alias}/{kind}/{Slug(name)}";

    /// <summary>
    /// The thing's id in templates. It has a part of the name's hash, because letters alone do not tell a.b from ab; it must never
    /// change, or CloudFormation would make the thing anew.
    /// </summary>
    public static string Id(string kind, string name)
    {
        var letters = string.Concat(NotInId().Split($"{kind}-{name}").Where(part => part.Length > 0)
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return $"{letters[..Math.Min(letters.Length, 80)]}{Hash(name)}";
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..6];

    private static IEnumerable<(string Kind, string Path, string Name, string Key)> All(ContactCenter center)
    {
        return
        [
            .. Each(Kind.Hours, "hours", center.Hours), .. Each(Kind.Number, "numbers", center.Numbers),
            .. Each(Kind.Queue, "queues", center.Queues), .. Each(Kind.RoutingProfile, "routingProfiles", center.RoutingProfiles),
            .. Each(Kind.SecurityProfile, "securityProfiles", center.SecurityProfiles),
            .. Each(Kind.HierarchyGroup, "hierarchy.groups", center.Hierarchy.Groups), .. Each(Kind.User, "users", center.Users),
            .. Each(Kind.QuickConnect, "quickConnects", center.QuickConnects), .. Each(Kind.Lambda, "lambdas", center.Lambdas),
            .. Each(Kind.LexBot, "lexBots", center.LexBots), .. Each(Kind.Application, "applications", center.Applications),
            .. Each(Kind.Prompt, "prompts", center.Prompts), .. Each(Kind.Module, "modules", center.Modules),
            .. Each(Kind.Flow, "flows", center.Flows),
            .. center.Resources.Select((resource, index) => (
                ResourceType.KindOf(resource.Type), $"resources[{index}] ({resource.Name})", resource.Name, resource.Key ?? resource.Name)),
        ];

        static IEnumerable<(string, string, string, string)> Each(string kind, string list, IEnumerable<INamed> things) =>
            things.Select((thing, index) => (kind, $"{list}[{index}] ({thing.Name})", thing.Name, thing.Key ?? thing.Name));
    }

    [GeneratedRegex("[^A-Za-z0-9_.-]")]
    private static partial Regex NotInSsm();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInId();
}
