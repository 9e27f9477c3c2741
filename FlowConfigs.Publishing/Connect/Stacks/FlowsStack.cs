using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Contact flows, with ARNs in the places of their placeholders.</summary>
internal sealed class FlowsStack : FlowTextStack
{
    public FlowsStack(Construct scope, ModelFile model)
        : base(scope, model.Center, "flows", "contact flows")
    {
        foreach (var flow in Center.Flows)
            Make(Kind.Flow, flow.Name);
        foreach (var flow in Center.Flows)
        {
            var made = new CfnContactFlow(this, IdOf(Kind.Flow, flow.Name), new CfnContactFlowProps
            {
                InstanceArn = InstanceArn,
                Name = flow.Name,
                Description = flow.Description,
                Type = flow.Type.Word(),
                Content = Content(model.Flows[flow.File]),
                Tags = Tagged(flow.Tags),
            });
            Publish(Kind.Flow, flow.Name, made.AttrContactFlowArn);
        }
    }
}

/// <summary>Modules, which flows have in common.</summary>
internal sealed class ModulesStack : FlowTextStack
{
    public ModulesStack(Construct scope, ModelFile model)
        : base(scope, model.Center, "modules", "flow modules")
    {
        foreach (var module in Center.Modules)
            Make(Kind.Module, module.Name);
        foreach (var module in Center.Modules)
        {
            var made = new CfnContactFlowModule(this, IdOf(Kind.Module, module.Name), new CfnContactFlowModuleProps
            {
                InstanceArn = InstanceArn,
                Name = module.Name,
                Description = module.Description,
                Content = Content(model.Flows[module.File]),
                Tags = Tagged(module.Tags),
            });
            // Newer than this CDK.
            if (module.Settings is { } settings)
                made.AddPropertyOverride("Settings", Placeholder.Text(model.Flows[settings]));
            Publish(Kind.Module, module.Name, made.AttrContactFlowModuleArn);
        }
    }
}

/// <summary>A stack of texts in the Flow language.</summary>
internal abstract class FlowTextStack(Construct scope, ContactCenter center, string name, string contents)
    : ComponentStack(scope, center, name, contents)
{
    protected string Content(JsonObject flow)
    {
        var replicated = new Dictionary<string, string>();
        var text = Placeholder.Text(flow).Replace("${", "${!", StringComparison.Ordinal);
        text = Placeholder.Replace(text, placeholder => $"${{{Place(placeholder, replicated)}}}");
        return replicated.Count > 0 ? Fn.Sub(text, replicated) : text.Contains("${", StringComparison.Ordinal) ? Fn.Sub(text) : text;
    }

    private string Place(Placeholder placeholder, Dictionary<string, string> replicated)
    {
        if (Makes(placeholder.Kind, placeholder.Name))
        {
            var attribute = placeholder.Kind == Kind.Module ? "ContactFlowModuleArn" : "ContactFlowArn";
            return $"{IdOf(placeholder.Kind, placeholder.Name)}.{attribute}";
        }

        var id = Read(placeholder.Kind, placeholder.Name);
        if (Center.Replica is null || placeholder.Kind is not (Kind.Lambda or Kind.LexBot))
            return id;
        // Global Resiliency copies flows as they are, and puts the Region in that a contact is in.
        // https://docs.aws.amazon.com/connect/latest/adminguide/setup-connect-global-resiliency.html
        var (service, before) = placeholder.Kind == Kind.Lambda ? ("lambda", ":function:") : ("lex", ":bot-alias/");
        var arn = Fn.Ref(id);
        replicated[$"{id}Anywhere"] = Fn.Join("",
        [
            $"arn:{Aws.PARTITION}:{service}:$.AwsRegion:", Fn.Select(4, Fn.Split(":", arn)), before, Fn.Select(1, Fn.Split(before, arn)),
        ]);
        return $"{id}Anywhere";
    }
}
