using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>Permissions of security profiles are those that Connect has: CloudFormation would refuse the profile.</summary>
internal static class PermissionCheck
{
    public static IEnumerable<Fault> Faults(ContactCenter center)
    {
        var known = PermissionNames.All.Concat(center.PermissionNames).ToHashSet();
        foreach (var (index, profile) in center.SecurityProfiles.Index())
        {
            foreach (var (place, name) in profile.Permissions.Index())
            {
                if (!known.Contains(name))
                {
                    yield return new($"securityProfiles[{index}] ({profile.Name}).permissions[{place}]", $"Publish doesn't know the permission \"{name}\". "
                        + (Fault.Near(name, known) is { } near ? $"Did you mean \"{near}\"? " : "")
                        + "Correct the name, or add it to permissionNames if Amazon Connect has it.");
                }
            }
        }
    }
}
