using Amazon.CDK;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>
/// A component of a Connect instance as a stack. It publishes the ARN of everything that it makes as an SSM parameter, and reads those
/// of other stacks, so that each can be deployed alone.
/// </summary>
internal abstract class ComponentStack : Stack
{
    private readonly Names names;
    private readonly HashSet<string> read = [];
    private readonly Dictionary<string, (string Kind, string Name)> made = [];

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
        names = new(center);
        Name = name;
    }

    public string Name { get; }

    /// <summary>What this stack makes, by id: which thing of the instance each is.</summary>
    public IReadOnlyDictionary<string, (string Kind, string Name)> Made => made;

    protected ContactCenter Center { get; }

    protected string InstanceArn => Arn(Kind.Instance, Center.Alias);

    /// <summary>The ARN of a thing that another stack makes, or Connect itself.</summary>
    protected string Arn(string kind, string name) => Fn.Ref(Read(kind, name));

    /// <summary>The parameter of this stack with the ARN of a thing that another stack makes.</summary>
    protected string Read(string kind, string name)
    {
        var id = $"{IdOf(kind, name)}Arn";
        if (read.Add(id))
            ReadParameter(id, ParameterOf(kind, name), $"ARN of the {kind} {name}");
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
        var id = IdOf(kind, name);
        made[id] = (kind, name);
        return id;
    }

    /// <summary>Whether this stack makes it.</summary>
    protected bool Makes(string kind, string name) => made.ContainsKey(IdOf(kind, name));

    /// <summary>The id of a thing in its stack.</summary>
    protected string IdOf(string kind, string name) => Names.Id(kind, names.KeyOf(kind, name));

    /// <summary>Tells other stacks and people the ARN of a thing.</summary>
    protected void Publish(string kind, string name, string arn) =>
        _ = new Amazon.CDK.AWS.SSM.CfnParameter(this, $"{IdOf(kind, name)}Published", new Amazon.CDK.AWS.SSM.CfnParameterProps
        {
            Name = ParameterOf(kind, name),
            Type = "String",
            Value = arn,
        });

    private string ParameterOf(string kind, string name) => Names.Parameter(Center.Alias, kind, names.KeyOf(kind, name));

    /// <summary>A thing's tags: the tags that all things have, and its own.</summary>
    protected ICfnTag[]? Tagged(IReadOnlyDictionary<string, string> own)
    {
        var tags = Center.Tags.Where(tag => !own.ContainsKey(tag.Key)).Concat(own).OrderBy(tag => tag.Key, StringComparer.Ordinal).ToList();
        return tags.Count == 0 ? null : [.. tags.Select(tag => new CfnTag { Key = tag.Key, Value = tag.Value })];
    }
}
