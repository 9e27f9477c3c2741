using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>A name that stands for something elsewhere in the model.</summary>
internal sealed record Reference(string Path, string Kind, string Name);

/// <summary>Whatever is named is there.</summary>
internal static class ReferenceCheck
{
    public static IEnumerable<Fault> Faults(ContactCenter center, Names names) => Of(center)
        .Where(reference => !names.Of(reference.Kind).Contains(reference.Name))
        .Select(reference => new Fault(
            reference.Path,
            $"There is no {reference.Kind} \"{reference.Name}\". {Fault.Nearest(reference.Name, names.Of(reference.Kind))}"));

    /// <summary>Every reference but those in flows.</summary>
    public static IEnumerable<Reference> Of(ContactCenter center) =>
    [
        .. center.Numbers.SelectMany((number, index) => Optional($"numbers[{index}] ({number.Name}).flow", Kind.Flow, number.Flow)),
        .. center.Queues.SelectMany((queue, index) => OfQueue(queue, $"queues[{index}] ({queue.Name})")),
        .. center.RoutingProfiles.SelectMany((profile, index) => OfProfile(profile, $"routingProfiles[{index}] ({profile.Name})")),
        .. center.Hierarchy.Groups.SelectMany(
            (group, index) => Optional($"hierarchy.groups[{index}] ({group.Name}).parent", Kind.HierarchyGroup, group.Parent)),
        .. center.Users.SelectMany((user, index) => OfUser(user, $"users[{index}] ({user.Username})")),
        .. center.QuickConnects.SelectMany((quick, index) => OfQuickConnect(quick, $"quickConnects[{index}] ({quick.Name})")),
        .. ResourceCheck.References(center),
    ];

    private static IEnumerable<Reference> OfQueue(Queue queue, string path) =>
    [
        new($"{path}.hours", Kind.Hours, queue.Hours), .. Optional($"{path}.callerIdNumber", Kind.Number, queue.CallerIdNumber),
        .. queue.QuickConnects.Select((name, index) => new Reference($"{path}.quickConnects[{index}]", Kind.QuickConnect, name)),
    ];

    private static IEnumerable<Reference> OfProfile(RoutingProfile profile, string path) =>
    [
        new($"{path}.defaultOutboundQueue", Kind.Queue, profile.DefaultOutboundQueue),
        .. profile.Queues.Select((served, index) => new Reference($"{path}.queues[{index}].queue", Kind.Queue, served.Queue)),
        .. profile.ManualQueues.Select((manual, index) => new Reference($"{path}.manualQueues[{index}].queue", Kind.Queue, manual.Queue)),
    ];

    private static IEnumerable<Reference> OfUser(User user, string path) =>
    [
        new($"{path}.routingProfile", Kind.RoutingProfile, user.RoutingProfile),
        .. user.SecurityProfiles.Select((name, index) => new Reference($"{path}.securityProfiles[{index}]", Kind.SecurityProfile, name)),
        .. Optional($"{path}.hierarchyGroup", Kind.HierarchyGroup, user.HierarchyGroup),
    ];

    private static IEnumerable<Reference> OfQuickConnect(QuickConnect quick, string path) =>
    [
        .. Optional($"{path}.queue", Kind.Queue, quick.Queue), .. Optional($"{path}.user", Kind.User, quick.User),
        .. Optional($"{path}.flow", Kind.Flow, quick.Flow),
    ];

    private static IEnumerable<Reference> Optional(string path, string kind, string? name) => name is null ? [] : [new(path, kind, name)];
}
