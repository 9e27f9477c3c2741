using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace FlowConfigs.Publishing.Connect.Model;

/// <summary>A resource of CloudFormation's for Connect that has no member of its own in the model.</summary>
internal sealed record Resource : INamed
{
    [Description("CloudFormation's type without AWS::Connect::")]
    public required string Type { get; init; }

    [Description("Name, unique among the resources of the type; Connect shows it, if the type has a name")]
    [StringLength(512)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(512)]
    public string? Key { get; init; }

    [Description("Properties as AWS documents them for the type, without InstanceArn, Name and Tags; @@queue:Sales@@ stands for an ARN")]
    public JsonObject Properties { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
