using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum PhoneType
{
    SoftPhone,
    DeskPhone,
}

internal sealed record User : INamed
{
    [Description("Name to sign in with")]
    [StringLength(64)]
    [RegularExpression("^[a-zA-Z0-9_.@-]+$")]
    public required string Username { get; init; }

    [Description("First name")]
    [StringLength(255)]
    public string? FirstName { get; init; }

    [Description("Last name")]
    [StringLength(300)]
    public string? LastName { get; init; }

    [Description("E-mail address; not where identity is SAML, whose provider has it")]
    [RegularExpression("^[^@ ]+@[^@ ]+$")]
    public string? Email { get; init; }

    [Description("E-mail address for messages")]
    [RegularExpression("^[^@ ]+@[^@ ]+$")]
    public string? SecondaryEmail { get; init; }

    [Description("Mobile number, such as +447700900123")]
    [RegularExpression(@"^\+[1-9][0-9]{1,14}$")]
    public string? Mobile { get; init; }

    [Description("A name of routing profiles")]
    public required string RoutingProfile { get; init; }

    [Description("Names of security profiles; Connect brings Admin, Agent, CallCenterManager and QualityAnalyst")]
    [MinLength(1)]
    [MaxLength(10)]
    public required IReadOnlyList<string> SecurityProfiles { get; init; }

    [Description("A name of the hierarchy's groups")]
    public string? HierarchyGroup { get; init; }

    [Description("Whether calls come to the browser or to a telephone")]
    public PhoneType PhoneType { get; init; }

    [Description("Of DESK_PHONE: its number, such as +442071234567")]
    [RegularExpression(@"^\+[1-9][0-9]{1,14}$")]
    public string? DeskPhone { get; init; }

    [Description("Whether contacts are accepted without a click")]
    public bool AutoAccept { get; init; }

    [Description("Seconds for notes after a contact; 0 is without a limit")]
    [Range(0, int.MaxValue)]
    public int AfterContactWorkSeconds { get; init; }

    [Description("Where identity is CONNECT_MANAGED: the secret of Secrets Manager whose key \"password\" is the first password")]
    [StringLength(512)]
    [RegularExpression("^[a-zA-Z0-9/_+=.@-]+$")]
    public string? PasswordSecret { get; init; }

    [Description("Where identity is EXISTING_DIRECTORY: the user's id there")]
    public string? DirectoryUserId { get; init; }

    [Description("What the user is good at, for routing by predefined attributes")]
    public IReadOnlyList<Proficiency> Proficiencies { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [JsonIgnore]
    string INamed.Name => Username;
}

/// <summary>https://docs.aws.amazon.com/connect/latest/adminguide/assign-proficiencies-to-agents.html</summary>
internal sealed record Proficiency
{
    [Description("A name of predefined attributes, such as Language")]
    [StringLength(64)]
    public required string Attribute { get; init; }

    [Description("One of the attribute's values")]
    [StringLength(64)]
    public required string Value { get; init; }

    [Description("From 1 to 5, the best")]
    [Range(1, 5)]
    public required int Level { get; init; }
}
