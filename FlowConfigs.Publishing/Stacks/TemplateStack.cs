using Amazon.CDK;
using Constructs;

namespace FlowConfigs.Publishing.Stacks;

/// <summary>
/// A stack whose template needs nothing but <c>aws cloudformation deploy</c>: no bootstrap, no assets, no custom resources. It has
/// the parameters that <see cref="Parameters"/> gives to its number, and publishes what <see cref="Outputs"/> does.
/// </summary>
internal abstract class TemplateStack : Stack
{
    private readonly StackEntry entry;

    protected TemplateStack(Construct scope, string number)
        : base(scope, StackList.Of(number).Name, new StackProps
        {
            Description = $"Flow Configs {number}: {StackList.Of(number).Description}",
            AnalyticsReporting = false,
            // Throws if a developer adds an asset.
            Synthesizer = new BootstraplessSynthesizer(),
        })
    {
        entry = StackList.Of(number);
        foreach (var parameter in Parameters.Of(number))
            Declare(parameter);
    }

    /// <summary>A parameter's value, as a text among those of a resource.</summary>
    protected static string Value(string parameter) => Fn.Ref(parameter);

    /// <summary>A text with ${Stage} and the like in it.</summary>
    protected static string Sub(string text) => Fn.Sub(text);

    /// <summary>Holds while a parameter is not empty.</summary>
    protected CfnCondition Given(string parameter) =>
        Node.TryFindChild($"With{parameter}") as CfnCondition ?? Unless(parameter, "", $"With{parameter}");

    /// <summary>Holds while a parameter has a value.</summary>
    protected CfnCondition When(string parameter, string value, string name) =>
        new(this, name, new CfnConditionProps { Expression = Fn.ConditionEquals(Value(parameter), value) });

    /// <summary>Holds while a parameter has any other value.</summary>
    protected CfnCondition Unless(string parameter, string value, string name) =>
        new(this, name, new CfnConditionProps { Expression = Fn.ConditionNot(Fn.ConditionEquals(Value(parameter), value)) });

    /// <summary>
    /// A value of a resource that cannot be restored: it protects the resource from deletion, except while its stack is created. If the
    /// creation fails, CloudFormation must be able to delete the resource again, or the next attempt finds its name taken.
    /// </summary>
    protected object Protected(object on, object off)
    {
        var isProtected = Node.TryFindChild("IsProtected") as CfnCondition ?? When("Protected", "true", "IsProtected");
        return Intrinsic.If(isProtected, on, off);
    }

    /// <summary>Tells other stacks and people a value: as an output, and by an SSM parameter of the Region.</summary>
    protected void Publish(string key, string value)
    {
        var output = Outputs.Of(key);
        if (output.Stack != entry.Number)
            throw new InvalidOperationException($"{key} is an output of stack {output.Stack}, not of {entry.Number}");
        _ = new CfnOutput(this, $"{output.Name}Output", new CfnOutputProps
        {
            Key = output.Name,
            Value = value,
            Description = output.Description,
        });
        _ = new Amazon.CDK.AWS.SSM.CfnParameter(this, $"{output.Name}Published", new Amazon.CDK.AWS.SSM.CfnParameterProps
        {
            Name = Sub(Outputs.SsmName("${Stage}", key)),
            Type = "String",
            Value = value,
            Description = output.Description,
        });
    }

    private void Declare(Parameter parameter) => _ = new Amazon.CDK.CfnParameter(this, parameter.Name, new Amazon.CDK.CfnParameterProps
    {
        Type = parameter.Kind switch
        {
            ParameterKind.Number => "Number",
            ParameterKind.List => "CommaDelimitedList",
            ParameterKind.Shared => "AWS::SSM::Parameter::Value<String>",
            _ => "String",
        },
        Description = parameter.Description,
        Default = parameter.Default,
        AllowedValues = parameter.Allowed.Length > 0 ? parameter.Allowed : null,
        AllowedPattern = parameter.Pattern is { } pattern ? $"^{pattern}$" : null,
        MinValue = parameter.Least,
        NoEcho = parameter.Secret ? true : null,
    });
}
