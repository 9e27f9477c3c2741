using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>
/// Some of the users. A stack has 500 resources at most, so a user's name determines in which of 64 stacks the user is: no user ever
/// moves when another comes or goes.
/// </summary>
internal sealed class UsersStack : ComponentStack
{
    private const int Shards = 64;

    public UsersStack(Construct scope, ContactCenter center, int shard, IEnumerable<User> users)
        : base(
            scope, center, string.Create(CultureInfo.InvariantCulture, $"users-{shard:x2}"),
            "a part of the users, by a hash of their names")
    {
        foreach (var model in users)
        {
            var user = new CfnUser(this, Make(Kind.User, model.Username), Properties(model));
            Publish(Kind.User, model.Username, user.AttrUserArn);
        }
    }

    /// <summary>The number of a user's stack.</summary>
    public static int Shard(User user) => SHA256.HashData(Encoding.UTF8.GetBytes(user.Username))[0] % Shards;

    private CfnUserProps Properties(User model) => new()
    {
        InstanceArn = InstanceArn,
        Username = model.Username,
        Password = Password(model.PasswordSecret ?? Center.Instance.PasswordSecret),
        DirectoryUserId = model.DirectoryUserId,
        IdentityInfo = new CfnUser.UserIdentityInfoProperty
        {
            FirstName = model.FirstName,
            LastName = model.LastName,
            Email = model.Email,
            SecondaryEmail = model.SecondaryEmail,
            Mobile = model.Mobile,
        },
        PhoneConfig = new CfnUser.UserPhoneConfigProperty
        {
            PhoneType = model.PhoneType.Word(),
            DeskPhoneNumber = model.DeskPhone,
            AutoAccept = model.AutoAccept,
            AfterContactWorkTimeLimit = model.AfterContactWorkSeconds,
        },
        RoutingProfileArn = Arn(Kind.RoutingProfile, model.RoutingProfile),
        SecurityProfileArns = [.. model.SecurityProfiles.Select(name => Arn(Kind.SecurityProfile, name))],
        HierarchyGroupArn = model.HierarchyGroup is { } group ? Arn(Kind.HierarchyGroup, group) : null,
        UserProficiencies = model.Proficiencies.Count == 0 ? null : model.Proficiencies.Select(proficiency => new CfnUser.UserProficiencyProperty
        {
            AttributeName = proficiency.Attribute,
            AttributeValue = proficiency.Value,
            Level = proficiency.Level,
        }).ToArray(),
        Tags = Tagged(model.Tags),
    };

    // CloudFormation reads it from Secrets Manager: it stands in no template and no log.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
    private static string? Password(string? secret) =>
        secret is null ? null : $"{{{{resolve:secretsmanager:{secret}:SecretString:password}}}}";
}
