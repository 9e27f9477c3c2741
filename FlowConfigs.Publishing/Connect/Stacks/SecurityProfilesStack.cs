using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Security profiles.</summary>
internal sealed class SecurityProfilesStack : ComponentStack
{
    public SecurityProfilesStack(Construct scope, ContactCenter center)
        : base(scope, center, "security-profiles", "security profiles")
    {
        foreach (var model in center.SecurityProfiles)
        {
            var profile = new CfnSecurityProfile(this, Make(Kind.SecurityProfile, model.Name), new CfnSecurityProfileProps
            {
                InstanceArn = InstanceArn,
                SecurityProfileName = model.Name,
                Description = model.Description,
                Permissions = [.. model.Permissions],
                Applications = model.Applications.Count == 0 ? null
                    : model.Applications.Select(access => new CfnSecurityProfile.ApplicationProperty
                    {
                        Namespace = access.Namespace,
                        ApplicationPermissions = [.. access.Permissions],
                    }).ToArray(),
                Tags = Tagged(model.Tags),
            });
            Publish(Kind.SecurityProfile, model.Name, profile.AttrSecurityProfileArn);
        }
    }
}
