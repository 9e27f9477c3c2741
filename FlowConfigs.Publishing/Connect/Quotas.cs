using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// About how many things a new account's instance can have until its owner asks for more. AWS changes them, and accounts differ:
/// https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
/// </summary>
internal static class Quotas
{
    /// <summary>A sentence for each that the model exceeds. AWS raises them on request, so they stop nothing.</summary>
    public static IEnumerable<string> Exceeded(ContactCenter center)
    {
        (string What, int Count, int Quota)[] all =
        [
            ("users", center.Users.Count, 500), ("queues", center.Queues.Count, 50), ("phone numbers", center.Numbers.Count, 5),
            ("hours of operation", center.Hours.Count, 100), ("routing profiles", center.RoutingProfiles.Count, 100),
            ("security profiles", center.SecurityProfiles.Count, 100), ("quick connects", center.QuickConnects.Count, 100),
            ("flows", center.Flows.Count, 100), ("modules", center.Modules.Count, 200), ("prompts", center.Prompts.Count, 500), ("Lambda functions", center.Lambdas.Count, 50),
            ("groups of the hierarchy", center.Hierarchy.Groups.Count, 500),
            ("queues of a routing profile", center.RoutingProfiles.Select(profile => profile.Queues.Count).DefaultIfEmpty().Max(), 50),
        ];
        return all.Where(entry => entry.Count > entry.Quota).Select(entry =>
            $"{entry.Count:N0} {entry.What}; new accounts begin with about {entry.Quota:N0}: look at Service Quotas before you deploy");
    }
}
