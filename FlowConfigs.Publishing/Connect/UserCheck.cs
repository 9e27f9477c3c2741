using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// What a user needs depends on who keeps the users. https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
/// </summary>
internal static class UserCheck
{
    public static IEnumerable<Fault> Faults(User user, Instance instance, string path)
    {
        var identity = instance.Identity;
        if (identity == Identity.ConnectManaged && (user.PasswordSecret ?? instance.PasswordSecret) is null)
        {
            yield return new($"{path}.passwordSecret", "It is missing, and the identity CONNECT_MANAGED needs a first password. "
                + "Put one in Secrets Manager under the key \"password\", and the secret's name here or in instance.passwordSecret.");
        }

        if (identity != Identity.ConnectManaged && user.PasswordSecret is not null)
            yield return new($"{path}.passwordSecret", $"The identity {identity.Word()} keeps passwords elsewhere. Take it out.");
        if (identity == Identity.Saml && user.Email is not null)
            yield return new($"{path}.email", "Connect refuses it where the identity is SAML. Move it to secondaryEmail.");
        if (identity == Identity.ExistingDirectory != user.DirectoryUserId is not null)
        {
            yield return new(
                $"{path}.directoryUserId", "It belongs to the identity EXISTING_DIRECTORY, and to no other: fill it in, or take it out.");
        }

        if (user.PhoneType == PhoneType.DeskPhone != user.DeskPhone is not null)
            yield return new($"{path}.deskPhone", "It belongs to the phone type DESK_PHONE: fill in both or neither.");
        if (user.SecurityProfiles.Distinct().Count() < user.SecurityProfiles.Count)
            yield return new($"{path}.securityProfiles", "One of them stands there twice. Take it out.");
    }
}
