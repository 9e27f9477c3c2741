using Amazon.CDK;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Phone numbers. Which flow they lead to is the ops script's to say: CloudFormation cannot.</summary>
internal sealed class NumbersStack : ComponentStack
{
    public NumbersStack(Construct scope, ContactCenter center)
        : base(scope, center, "numbers", "phone numbers")
    {
        foreach (var model in center.Numbers)
        {
            var number = new CfnPhoneNumber(this, Make(Kind.Number, model.Name), new CfnPhoneNumberProps
            {
                TargetArn = InstanceArn,
                CountryCode = model.Country,
                Type = model.Type.Word(),
                Prefix = model.Prefix,
                Description = model.Description,
                Tags = Tagged(model.Tags),
            });
            // Another AWS customer can claim a number that is given up.
            number.ApplyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
            Publish(Kind.Number, model.Name, number.AttrPhoneNumberArn);
        }
    }
}
