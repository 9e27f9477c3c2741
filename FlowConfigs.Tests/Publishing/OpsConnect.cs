namespace FlowConfigs.Tests.Publishing;

/// <summary>A Connect instance in the folder of ops, as publish writes it, small.</summary>
internal static class OpsConnect
{
    private const string QuickConnects = "'queue/Sales|quick-connect/Boss' 'queue/Sales|quick-connect/Desk'";

    private static readonly string[] Stacks =
    [
        "10-instance", "20-hours", "25-numbers", "35-queues", "50-users-03", "50-users-07", "65-flows", "70-quick-connects",
    ];

    /// <summary>What the stacks have published, once they are deployed: SSM parameters without /connect/alias/.</summary>
    public static readonly string[] Published =
    [
        "hours/Office", "number/main", "queue/Sales", "queue/Support", "user/a.b", "flow/Main",
        "quick-connect/Boss", "quick-connect/Desk",
    ];

    /// <summary>Writes table.sh and templates. No stack is there yet, but SSM has what they publish, unless said otherwise.</summary>
    public static OpsFolder WithInstance(
        this OpsFolder folder, string alias = "acme", string replica = "", IEnumerable<string>? published = null)
    {
        folder.WithTable(alias, replica: replica);
        foreach (var stack in Stacks)
            folder.Write($"connect/{alias}/templates/{stack}.json", "{}");
        folder.Write($"connect/{alias}/templates/35-queues.json", Template($"/connect/{alias}/hours/Office"));
        folder.Write($"connect/{alias}/templates/50-users-03.json", Template($"/connect/{alias}/security-profile/Agent"));
        var parameters = (published ?? [$"instance/{alias}", .. Published])
            .Select(key => $"/connect/{alias}/{key}\tarn:{key.Replace("flow/", "contact-flow/")}\n");
        return folder.Write("fake/connect", string.Concat(parameters));
    }

    /// <summary>Writes table.sh alone, as after another model was published.</summary>
    public static OpsFolder WithTable(
        this OpsFolder folder, string alias = "acme", string quickConnects = QuickConnects, string replica = "", int share = 20) =>
        folder.Write(
            $"connect/{alias}/table.sh",
            $"""
            CONNECT_ALIAS='{alias}'
            CONNECT_STACKS=({string.Join(' ', Stacks)})
            declare -A CONNECT_COMPONENT_OF=({string.Join(' ', Stacks.Select(stack => $"[{stack}]='{Component(stack)}'"))})
            CONNECT_BUILT_IN=('security-profile/Agent|Agent' 'flow/Default-queue-transfer|Default queue transfer')
            CONNECT_NUMBER_FLOWS=('number/main|flow/Main')
            CONNECT_QUEUE_QUICK_CONNECTS=({quickConnects})
            CONNECT_REPLICA_REGION='{replica}'
            CONNECT_REPLICA_ALIAS='{(replica.Length > 0 ? $"{alias}-west" : "")}'
            CONNECT_TRAFFIC_GROUP='{(replica.Length > 0 ? alias : "")}'
            CONNECT_REPLICA_SHARE='{(replica.Length > 0 ? share : "")}'

            """);

    private static string Component(string stack) => stack[3..].StartsWith("users", StringComparison.Ordinal) ? "users" : stack[3..];

    private static string Template(string parameter) =>
        $$"""
        {
          "Parameters": { "Named": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "{{parameter}}" } },
          "Resources": {}
        }
        """;
}
