using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Recorded prompts. CloudFormation does not read the audio back, so drift detection does not compare it.</summary>
internal sealed class PromptsStack : ComponentStack
{
    public PromptsStack(Construct scope, ContactCenter center)
        : base(scope, center, "prompts", "recorded prompts")
    {
        foreach (var model in center.Prompts)
        {
            var prompt = new CfnPrompt(this, Make(Kind.Prompt, model.Name), new CfnPromptProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                Description = model.Description,
                S3Uri = model.S3Uri,
                Tags = Tagged(model.Tags),
            });
            Publish(Kind.Prompt, model.Name, prompt.AttrPromptArn);
        }
    }
}
