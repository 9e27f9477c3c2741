using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

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
        .. center.Prompts.Where(prompt => prompt.S3Uri is null)
            .Select(prompt => $"the prompt \"{prompt.Name}\" has no s3Uri: Connect makes a prompt of an audio file, so the model can be imported, "
                + "and a new instance needs s3Uri"),
    ];
}
