using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>What holds between several members of a model.</summary>
internal static class RuleCheck
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly int[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    // https://docs.aws.amazon.com/connect/latest/adminguide/create-replica-connect-instance.html
    private static readonly string[] ReplicaRegions = ["us-east-1", "us-west-2", "eu-central-1", "eu-west-2", "ap-northeast-3"];

    public static IEnumerable<Fault> Faults(ContactCenter center) =>
    [
        .. OfInstance(center), .. StorageCheck.Faults(center.Storage), .. OfHierarchy(center.Hierarchy), .. OfLinks(center),
        .. center.Hours.SelectMany((hours, index) => HoursCheck.Faults(hours, $"hours[{index}] ({hours.Name})")),
        .. center.Numbers.SelectMany((number, index) => NumberCheck.Faults(number, $"numbers[{index}] ({number.Name})")),
        .. PermissionCheck.Faults(center), .. ResourceCheck.Faults(center), .. TagCheck.Faults(center),
        .. center.RoutingProfiles.SelectMany((profile, index) => OfProfile(profile, $"routingProfiles[{index}] ({profile.Name})")),
        .. center.Users.SelectMany((user, index) => UserCheck.Faults(user, center.Instance, $"users[{index}] ({user.Username})")),
        .. center.QuickConnects.SelectMany((quick, index) => OfQuickConnect(quick, $"quickConnects[{index}] ({quick.Name})")),
        .. center.Lambdas.SelectMany((lambda, index) => OneOf($"lambdas[{index}] ({lambda.Name})", lambda.Arn, lambda.Parameter)),
        .. center.Applications.SelectMany((app, index) => OneOf($"applications[{index}] ({app.Name})", app.Arn, app.Parameter)),
    ];

    private static IEnumerable<Fault> OfInstance(ContactCenter center)
    {
        var instance = center.Instance;
        if (instance.Identity == Identity.ExistingDirectory != instance.DirectoryId is not null)
        {
            yield return new("instance.directoryId", "It belongs to the identity EXISTING_DIRECTORY, and to no other: "
                + "fill it in, or take it out.");
        }

        if (instance is { PasswordSecret: not null, Identity: not Identity.ConnectManaged })
            yield return new("instance.passwordSecret", $"The identity {instance.Identity.Word()} keeps passwords elsewhere. Take it out.");

        if (!Retentions.Contains(instance.LogRetentionDays))
        {
            yield return new("instance.logRetentionDays", $"CloudWatch has no {instance.LogRetentionDays}. "
                + $"Write one of {string.Join(", ", Retentions)}.");
        }

        // https://docs.aws.amazon.com/connect/latest/adminguide/setup-connect-global-resiliency.html
        if (center.Replica is not { } replica)
            yield break;
        if (instance.Identity != Identity.Saml)
        {
            yield return new(
                "replica", "Global Resiliency copies only an instance whose identity is SAML. Change that, or take the replica out.");
        }

        if (!ReplicaRegions.Contains(replica.Region))
        {
            yield return new("replica.region", $"Global Resiliency makes no copy in {replica.Region}, but in one of "
                + $"{string.Join(", ", ReplicaRegions)}. Write the one that it makes of your Region.");
        }

        if (replica.Share % 10 != 0)
            yield return new("replica.share", $"{replica.Share} is not a number of tens, in which Connect distributes calls.");
    }

    // https://docs.aws.amazon.com/connect/latest/APIReference/API_MediaConcurrency.html
    private static IEnumerable<Fault> OfProfile(RoutingProfile profile, string path)
    {
        foreach (var (index, limit) in profile.Channels.Index())
        {
            if (limit is { Channel: Channel.Voice, Contacts: > 1 })
                yield return new($"{path}.channels[{index}].contacts", "An agent takes one call at a time. Write 1.");
            if (profile.Channels.Take(index).Any(other => other.Channel == limit.Channel))
                yield return new($"{path}.channels[{index}].channel", $"{limit.Channel.Word()} stands there twice. Take one of them out.");
        }

        foreach (var (index, manual) in profile.ManualQueues.Index())
        {
            if (profile.ManualQueues.Take(index).Contains(manual))
            {
                yield return new(
                    $"{path}.manualQueues[{index}]", $"\"{manual.Queue}\" stands there twice for {manual.Channel.Word()}. Take one of them out.");
            }
        }

        foreach (var (index, served) in profile.Queues.Index())
        {
            if (profile.Channels.All(limit => limit.Channel != served.Channel))
            {
                yield return new($"{path}.queues[{index}].channel", $"Its agents take no {served.Channel.Word()}: "
                    + "the profile's channels do not have it. Add it there, or take the queue out.");
            }

            if (profile.Queues.Take(index).Any(other => (other.Queue, other.Channel) == (served.Queue, served.Channel)))
            {
                yield return new(
                    $"{path}.queues[{index}]", $"\"{served.Queue}\" stands there twice for {served.Channel.Word()}. Take one of them out.");
            }
        }
    }

    private static IEnumerable<Fault> OfHierarchy(Hierarchy hierarchy)
    {
        var parents = hierarchy.Groups.GroupBy(group => group.Name).ToDictionary(same => same.Key, same => same.First().Parent);
        foreach (var (index, group) in hierarchy.Groups.Index())
        {
            var above = new HashSet<string>();
            for (var name = group.Name; name is not null && above.Add(name); name = parents.GetValueOrDefault(name))
                continue;
            var path = $"hierarchy.groups[{index}] ({group.Name}).parent";
            if (above.Any(name => name != group.Name && parents.GetValueOrDefault(name) == group.Name) || group.Parent == group.Name)
                yield return new(path, "The group is above itself. Give it another parent.");
            else if (above.Count > hierarchy.Levels.Count)
            {
                yield return new(path, $"It is on level {above.Count}, and there are {hierarchy.Levels.Count} levels. "
                    + "Name the level in hierarchy.levels.");
            }
        }
    }

    private static IEnumerable<Fault> OfQuickConnect(QuickConnect quick, string path)
    {
        var needed = quick.Type switch
        {
            QuickConnectType.Queue => ["queue", "flow"],
            QuickConnectType.User => ["user", "flow"],
            _ => new[] { "number" },
        };
        (string Name, string? Value)[] members =
            [("queue", quick.Queue), ("user", quick.User), ("number", quick.Number), ("flow", quick.Flow)];
        return members.Where(member => needed.Contains(member.Name) == member.Value is null).Select(member => new Fault(
            $"{path}.{member.Name}",
            $"A quick connect of type {quick.Type.Word()} has {string.Join(" and ", needed)}, and nothing else of that: "
            + (member.Value is null ? "fill it in." : "take it out.")));
    }

    // Which flows numbers and quick connects can lead to.
    private static IEnumerable<Fault> OfLinks(ContactCenter center)
    {
        var numbers = center.Numbers.Select((number, index) => (
            Path: $"numbers[{index}] ({number.Name}).flow", number.Flow, Type: FlowType.ContactFlow));
        var quickConnects = center.QuickConnects.Select((quick, index) => (
            Path: $"quickConnects[{index}] ({quick.Name}).flow", quick.Flow,
            Type: quick.Type == QuickConnectType.User ? FlowType.AgentTransfer : FlowType.QueueTransfer));
        return numbers.Concat(quickConnects).SelectMany(link => center.Flows
            .Where(flow => flow.Name == link.Flow && flow.Type != link.Type)
            .Select(flow => new Fault(
                link.Path, $"\"{flow.Name}\" is of type {flow.Type.Word()}; one of type {link.Type.Word()} is needed here.")));
    }

    private static IEnumerable<Fault> OneOf(string path, string? arn, string? parameter)
    {
        if (arn is null == parameter is null)
            yield return new(path, "It needs either arn or parameter, and not both.");
    }
}
