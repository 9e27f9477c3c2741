using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Functions and bots that flows may use, and apps of the agent workspace.</summary>
internal sealed class IntegrationsStack : ComponentStack
{
    public IntegrationsStack(Construct scope, ContactCenter center)
        : base(scope, center, "integrations", "functions, bots and apps")
    {
        foreach (var lambda in center.Lambdas)
        {
            var arn = Given(Kind.Lambda, lambda.Name, lambda.Arn, lambda.Parameter);
            Integrate(Kind.Lambda, lambda.Name, arn, lambda.Associate ? "LAMBDA_FUNCTION" : null);
        }

        foreach (var bot in center.LexBots)
            Integrate(Kind.LexBot, bot.Name, bot.AliasArn, "LEX_BOT");
        foreach (var app in center.Applications)
            Integrate(Kind.Application, app.Name, Given(Kind.Application, app.Name, app.Arn, app.Parameter), "APPLICATION");
    }

    private string Given(string kind, string name, string? arn, string? parameter)
    {
        if (arn is not null)
            return arn;
        var id = $"{IdOf(kind, name)}Given";
        ReadParameter(id, parameter!, $"ARN of the {kind} {name}");
        return Fn.Ref(id);
    }

    private void Integrate(string kind, string name, string arn, string? type)
    {
        if (type is not null)
        {
            _ = new CfnIntegrationAssociation(this, Make(kind, name), new CfnIntegrationAssociationProps
            {
                InstanceId = InstanceArn,
                IntegrationType = type,
                IntegrationArn = arn,
            });
        }

        Publish(kind, name, arn);
    }
}
