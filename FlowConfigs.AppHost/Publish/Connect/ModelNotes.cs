using FlowConfigs.AppHost.Publish.Connect.Model;

namespace FlowConfigs.AppHost.Publish.Connect;

/// <summary>What Connect takes and may still be a slip.</summary>
internal static class ModelNotes
{
    /// <summary>A sentence for each.</summary>
    public static IEnumerable<string> Of(ContactCenter center) =>
    [
        .. center.Hours.Where(hours => hours.Open.Count == 0)
            .Select(hours => $"the hours \"{hours.Name}\" are never open: name a day in open, unless that is meant"),
        .. center.SecurityProfiles.Where(profile => profile is { Permissions.Count: 0, Applications.Count: 0 })
            .Select(profile => $"the security profile \"{profile.Name}\" permits nothing: name a permission, unless that is meant"),
    ];
}
