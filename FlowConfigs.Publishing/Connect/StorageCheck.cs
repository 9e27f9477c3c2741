using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// Where Connect stores what: https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociateInstanceStorageConfig.html
/// </summary>
internal static class StorageCheck
{
    public static IEnumerable<Fault> Faults(IReadOnlyList<Storage> storage)
    {
        foreach (var (index, entry) in storage.Index())
        {
            var path = $"storage[{index}] ({entry.Type.Word()})";
            if (storage.Take(index).Any(other => other.Type == entry.Type))
                yield return new(path, "The type stands there twice. Take one of them out.");
            var (needed, refused) = Members(entry);
            foreach (var member in needed)
                yield return new($"{path}.{member}", "It is missing: fill it in.");
            foreach (var member in refused)
                yield return new($"{path}.{member}", $"{entry.Type.Word()} does not go there. Take it out.");
        }
    }

    private static (IEnumerable<string> Needed, IEnumerable<string> Refused) Members(Storage entry)
    {
        string[] needed = entry.Type switch
        {
            StorageType.CallRecordings or StorageType.ChatTranscripts or StorageType.ScheduledReports => ["bucket", "prefix"],
            StorageType.MediaStreams => ["prefix", "keyArn", "retentionHours"],
            StorageType.AgentEvents => ["streamArn"],
            _ => entry.FirehoseArn is null ? ["streamArn"] : ["firehoseArn"],
        };
        (string Name, bool Given)[] members =
        [
            ("bucket", entry.Bucket is not null), ("prefix", entry.Prefix is not null), ("keyArn", entry.KeyArn is not null),
            ("streamArn", entry.StreamArn is not null), ("firehoseArn", entry.FirehoseArn is not null),
            ("retentionHours", entry.RetentionHours is not null),
        ];
        var optional = needed.Contains("bucket") ? "keyArn" : "";
        return (
            members.Where(member => !member.Given && needed.Contains(member.Name)).Select(member => member.Name),
            members.Where(member => member.Given && !needed.Contains(member.Name) && member.Name != optional)
                .Select(member => member.Name));
    }
}
