using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record Prompt : INamed
{
    [Description("Name, unique among the prompts")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What callers hear")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("The audio file: WAV, 8 kHz, one channel, µ-law; Connect copies it when it makes the prompt")]
    [StringLength(2000)]
    public string? S3Uri { get; init; }

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
