namespace FlowConfigs.Publishing.Stacks;

/// <summary>IAM policies as the JSON that they are.</summary>
internal static class Policy
{
    public static Dictionary<string, object> Of(params IEnumerable<object> statements) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = statements.ToArray(),
    };

    /// <summary>Lets a role do something.</summary>
    public static Dictionary<string, object> Allow(string sid, string[] actions, params object[] resources) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = actions,
        ["Resource"] = resources,
    };

    /// <summary>Lets a principal do something with the resource that has this policy.</summary>
    public static Dictionary<string, object> AllowTo(
        string sid, Dictionary<string, object> principal, string[] actions, object[] resources, object condition)
    {
        var statement = Allow(sid, actions, resources);
        statement["Principal"] = principal;
        statement["Condition"] = condition;
        return statement;
    }

    /// <summary>Refuses whatever does not come by TLS.</summary>
    public static Dictionary<string, object> TlsOnly(string service, params object[] resources) => new()
    {
        ["Sid"] = "TlsOnly",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = $"{service}:*",
        ["Resource"] = resources,
        ["Condition"] = Condition("Bool", "aws:SecureTransport", "false"),
    };

    public static Dictionary<string, object> Service(string name) => new() { ["Service"] = name };

    public static Dictionary<string, object> Condition(string test, string key, object value) =>
        new() { [test] = new Dictionary<string, object> { [key] = value } };

    /// <summary>Who may take on a role.</summary>
    public static Dictionary<string, object> AssumedBy(string service) => Of(new Dictionary<string, object>
    {
        ["Effect"] = "Allow",
        ["Principal"] = Service(service),
        ["Action"] = "sts:AssumeRole",
    });
}
