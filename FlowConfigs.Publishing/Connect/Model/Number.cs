using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal enum NumberType
{
    Did,
    TollFree,
    Uifn,
    Shared,
    ThirdPartyDid,
    ThirdPartyTf,
    ShortCode,
}

internal sealed record Number : INamed
{
    [Description("What the model calls it; Connect has no name for it")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("Country, as ISO 3166 has it, such as GB; it cannot be changed later")]
    [RegularExpression("^[A-Z]{2}$")]
    public required string Country { get; init; }

    [Description("DID is a local number; it cannot be changed later")]
    public required NumberType Type { get; init; }

    [Description("What the number begins with, such as +4420; it cannot be changed later")]
    [RegularExpression(@"^\+[0-9]{1,15}$")]
    public string? Prefix { get; init; }

    [Description("What it is for")]
    [StringLength(500)]
    public string? Description { get; init; }

    [Description("The flow that callers get")]
    public string? Flow { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
