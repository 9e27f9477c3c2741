using Amazon.CDK;
using Constructs;
using FlowConfigs.AppHost.Publish.Connect.Model;

namespace FlowConfigs.AppHost.Publish.Connect.Stacks;

/// <summary>
/// A component of a Connect instance as a stack. It publishes the ARN of everything that it makes as an SSM parameter, and reads those
/// of other stacks, so that each can be deployed alone.
/// </summary>
internal abstract class ComponentStack : Stack
{
    private readonly HashSet<string> read = [];
    private readonly HashSet<string> made = [];

    /// <param name="scope">CDK's app.</param>
    /// <param name="center">The model.</param>
    /// <param name="name">What comes after the alias in the stack's name, and names its template.</param>
    /// <param name="contents">What it holds, for its description.</param>
    protected ComponentStack(Construct scope, ContactCenter center, string name, string contents)
        : base(scope, name, new StackProps
        {
            Description = $"Amazon Connect instance {center.Alias}: {contents}",
            AnalyticsReporting = false,
            Synthesizer = new BootstraplessSynthesizer(),
        })
    {
        Center = center;
        Name = name;
    }

    public string Name { get; }

    protected ContactCenter Center { get; }

    protected string InstanceArn => Arn(Kind.Instance, Center.Alias);

    /// <summary>The ARN of a thing that another stack makes, or Connect itself.</summary>
    protected string Arn(string kind, string name) => Fn.Ref(Read(kind, name));

    /// <summary>The parameter of this stack with the ARN of a thing that another stack makes.</summary>
    protected string Read(string kind, string name)
    {
        var id = $"{Names.Id(kind, name)}Arn";
        if (read.Add(id))
            ReadParameter(id, Names.Parameter(Center.Alias, kind, name), $"ARN of the {kind} {name}");
        return id;
    }

    protected void ReadParameter(string id, string parameter, string description) => _ = new CfnParameter(this, id, new CfnParameterProps
    {
        Type = "AWS::SSM::Parameter::Value<String>",
        Default = parameter,
        Description = description,
    });

    /// <summary>The id of a thing that this stack makes.</summary>
    protected string Make(string kind, string name)
    {
        var id = Names.Id(kind, name);
        made.Add(id);
        return id;
    }

    /// <summary>Whether this stack makes it.</summary>
    protected bool Makes(string kind, string name) => made.Contains(Names.Id(kind, name));

    /// <summary>Tells other stacks and people the ARN of a thing.</summary>
    protected void Publish(string kind, string name, string arn) =>
        _ = new Amazon.CDK.AWS.SSM.CfnParameter(this, $"{Names.Id(kind, name)}Published", new Amazon.CDK.AWS.SSM.CfnParameterProps
        {
            Name = Names.Parameter(Center.Alias, kind, name),
            Type = "String",
            Value = arn,
        });

    /// <summary>A thing's tags: the tags that all things have, and its own.</summary>
    protected ICfnTag[]? Tagged(IReadOnlyDictionary<string, string> own)
    {
        var tags = Center.Tags.Where(tag => !own.ContainsKey(tag.Key)).Concat(own).OrderBy(tag => tag.Key, StringComparer.Ordinal).ToList();
        return tags.Count == 0 ? null : [.. tags.Select(tag => new CfnTag { Key = tag.Key, Value = tag.Value })];
    }
}
