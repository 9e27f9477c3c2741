namespace FlowConfigs.Tests.Publishing;

/// <summary>ops backup and restore: what they ask of AWS. OpsRestoreTests does it with a table.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsBackupTests : IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().Installed();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Backup_exports_to_S3_and_says_how_to_bring_it_back()
    {
        var result = await folder.DoneAsync("backup");
        Assert.Equal(["us-east-1 dynamodb export-table-to-point-in-time"], folder.Changes.Select(OpsCalls.First));
        Assert.Matches(@"ops restore --from s3://backup-bucket-in-us-west-2/backups/\S+/AWSDynamoDB/01740-abc/data/", result.Output);
    }

    [Fact]
    public async Task Backup_of_one_Region_stays_in_it()
    {
        folder.Set("SECONDARY_REGION", "");
        await folder.DoneAsync("backup");
        Assert.Contains(" --s3-bucket backup-bucket-in-us-east-1 ", Assert.Single(folder.Changes));
    }

    [Fact]
    public async Task A_file_of_a_backup_is_for_its_owner_alone()
    {
        folder.Write("items.gz", "an older file that everyone can read").Write("fake/scan-flow-configs-dev.json", Scan("a"));
        await folder.DoneAsync("backup", "--to", "items.gz");
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(folder.Root, "items.gz")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Root), file => file.EndsWith(".partial"));
    }

    [Fact]
    public async Task Status_shows_the_latest_exports_and_fails_where_the_last_one_failed()
    {
        Assert.Contains("COMPLETED\tarn:aws:dynamodb:us-east-1", (await folder.DoneAsync("status")).Output);
        folder.Answer("us-east-1 dynamodb list-exports*", "COMPLETED\tarn:1\nFAILED\tarn:2");
        Assert.Equal(1, (await folder.RunAsync("status")).Exit);
        folder.Answer("us-east-1 dynamodb list-exports*", "").Set("BACKUP_SCHEDULE", "");
        Assert.Contains("none so far; BACKUP_SCHEDULE is \"\"", (await folder.DoneAsync("status")).Output);
    }

    [Fact]
    public async Task Backup_is_refused_where_nothing_could_be_brought_back()
    {
        folder.Answer("us-west-2 dynamodb describe-continuous-backups*", "DISABLED\tNone\tNone");
        var result = await folder.RunAsync("backup");
        Assert.Contains("Point-in-time recovery of flow-configs-dev is not on in us-west-2.", result.Errors);
        Assert.Empty(folder.Changes);
    }

    [Fact]
    public async Task Restore_of_a_time_makes_a_table_and_copies_it_back()
    {
        folder.Write("fake/scan-flow-configs-dev-at-20260302T120000Z.json", Scan("a", "b"));
        folder.Write("fake/scan-flow-configs-dev.json", Scan("b", "c"));
        var result = await folder.DoneAsync("restore", "--at", "2026-03-02T12:00:00Z", "--yes");
        Assert.Equal(
            ["us-east-1 dynamodb restore-table-to-point-in-time", "us-east-1 dynamodb batch-write-item"],
            folder.Changes.Select(OpsCalls.First));
        Assert.Contains("  1 missing in the table: will be added\n  1 in both: will be as in the backup\n  1 only in the", result.Output);
        Assert.Equal(
            """{"flow-configs-dev":[{"PutRequest":{"Item": {"pk": {"S": "a"},"sk": {"S": "CURRENT"}}}},"""
            + """{"PutRequest":{"Item": {"pk": {"S": "b"},"sk": {"S": "CURRENT"}}}}]}""",
            folder.Read("fake/written").ReplaceLineEndings(""));
    }

    [Fact]
    public async Task What_the_table_did_not_take_is_written_again()
    {
        folder.Write("fake/scan-copy.json", Scan("a"));
        folder.Answer("*batch-write-item*", """{"flow-configs-dev": [{"PutRequest": {"Item": {"pk": {"S": "again"}}}}]}""", once: true);
        await folder.DoneAsync("restore", "--table", "copy", "--yes");
        Assert.Contains("\"again\"", folder.Read("fake/written"));
    }

    // As the CLI prints it.
    private static string Scan(params string[] ids) => "[\n" + string.Join(",\n", ids.Select(id =>
        $$"""
            {
                "Item": {
                    "pk": {
                        "S": "{{id}}"
                    },
                    "sk": {
                        "S": "CURRENT"
                    }
                }
            }
        """)) + "\n]\n";
}
