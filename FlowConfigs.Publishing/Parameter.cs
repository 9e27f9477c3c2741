using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing;

/// <summary>Who knows a value. Large organisations have each of them in another department.</summary>
internal enum Administrator
{
    /// <summary>Of the provider that Amazon Connect signs in with.</summary>
    SingleSignOn,

    /// <summary>Of DNS, certificates, VPC endpoints and firewalls.</summary>
    Network,

    /// <summary>Of the Amazon Connect instance and its contact flows.</summary>
    AmazonConnect,

    /// <summary>Of the AWS account; runs the ops script.</summary>
    Operations,

    /// <summary>Of the Microsoft 365 tenant: Entra and Exchange.</summary>
    Microsoft365,
}

internal enum ParameterKind
{
    Text,
    Number,

    /// <summary>Texts with commas between them.</summary>
    List,

    /// <summary>What another stack of the same Region has published; the value given is the name of its SSM parameter.</summary>
    Shared,
}

/// <summary>
/// A parameter of one or more stacks. The templates, flow-configs.env, the TODO files and the ops script are all made from this.
/// </summary>
/// <param name="Name">As the templates have it.</param>
/// <param name="Stacks">The numbers of the stacks that take it.</param>
/// <param name="Description">One sentence, without a full stop; CloudFormation shows it too.</param>
internal sealed partial record Parameter(string Name, string[] Stacks, string Description)
{
    public ParameterKind Kind { get; init; }

    /// <summary>Whose value it is; null where the ops script finds it out by itself.</summary>
    public Administrator? FilledInBy { get; init; }

    /// <summary>The value where the administrator sets no other; null where the administrator must set one.</summary>
    public string? Default { get; init; }

    public string Example { get; init; } = "";

    /// <summary>The only values there are; empty where any will do.</summary>
    public string[] Allowed { get; init; } = [];

    /// <summary>A regular expression that the whole value has to match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The smallest number.</summary>
    public int? Least { get; init; }

    /// <summary>Whether each Region has a value of its own.</summary>
    public bool PerRegion { get; init; }

    /// <summary>
    /// Whether only its administrator can see the value. Such a value is never a parameter's: a parameter names the value's place in
    /// Secrets Manager.
    /// </summary>
    public bool Secret { get; init; }

    /// <summary>Of a shared one: the key of the <see cref="Output"/> that it reads.</summary>
    public string? SharedKey { get; init; }

    /// <summary>Its name in flow-configs.env: SAML_METADATA_URL; _PRIMARY and _SECONDARY come after it where Regions differ.</summary>
    public string Variable => WordStart().Replace(Name, "_").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
