using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using FlowConfigs.Core;
using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Scenarios;
using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.Publishing;

/// <summary>A table as the product writes it, backed up, lost and restored by ops with the AWS CLI itself.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsRestoreTests(TheSystem the) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private readonly string stage = $"t{Guid.NewGuid().ToString("N")[..8]}";
    private readonly OpsFolder folder = new();
    private OwnTable table = null!;

    public static TheoryData<string> Clis => OpsCli.All;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        table = await OwnTable.CreateAsync(the, $"flow-configs-{stage}");
        folder.Set("STAGE", stage);
        folder.Environment["AWS_ENDPOINT_URL_DYNAMODB"] = table.Dynamo.Config.ServiceURL;
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await table.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Clis))]
    public async Task A_table_that_was_lost_comes_back_item_by_item_from_a_file(string cli)
    {
        folder.Use(await OpsCli.FindAsync(cli));
        await FillAsync();
        var before = await ItemsAsync();
        Assert.True(before.Count > 70, $"{before.Count} items are no test of batches.");
        await folder.DoneAsync("backup", "--to", "backup.gz");

        await LoseAsync(before);
        var dry = await folder.DoneAsync("restore", "--from", "backup.gz", "--exact", "--dry-run");
        Assert.Contains($"{before.Count} items in the backup\n  2 items in the table", dry.Output);
        Assert.Contains($"  {before.Count - 1} missing in the table: will be added\n  1 in both", dry.Output);
        Assert.Contains("  1 only in the table: will be removed", dry.Output);
        Assert.Equal(2, (await ItemsAsync()).Count);

        await folder.DoneAsync("restore", "--from", "backup.gz", "--exact", "--yes");
        Assert.Equal(before, await ItemsAsync());
    }

    [Fact]
    public async Task What_is_newer_than_the_backup_stays_unless_said_otherwise()
    {
        folder.Use(await OpsCli.FindAsync(OpsCli.Debians));
        await table.SaveAsync(A.Config("old"));
        await folder.DoneAsync("backup", "--to", "backup.gz");
        await table.SaveAsync(A.Config("new"));
        await folder.DoneAsync("restore", "--from", "backup.gz", "--yes");
        Assert.NotNull(await table.Store.GetAsync(ConfigId.Parse("new"), Cancelled));
        await folder.DoneAsync("restore", "--from", "backup.gz", "--exact", "--yes");
        Assert.Null(await table.Store.GetAsync(ConfigId.Parse("new"), Cancelled));
        Assert.NotNull(await table.Store.GetAsync(ConfigId.Parse("old"), Cancelled));
    }

    [Fact]
    public async Task A_table_that_was_lost_comes_back_from_an_export_to_S3()
    {
        folder.Use(await OpsCli.FindAsync(OpsCli.Debians));
        await FillAsync();
        var before = await ItemsAsync();
        // As DynamoDB writes it: several files, one item a line (docs.aws.amazon.com, S3DataExport.Output).
        foreach (var (part, lines) in before.Select(item => $$"""{"Item":{{item}}}""").Chunk(40).Index())
            WriteExport($"fake/s3/bucket/backups/x/AWSDynamoDB/01-a/data/{part}.json.gz", lines);
        await LoseAsync(before);
        await folder.DoneAsync("restore", "--from", "s3://bucket/backups/x/AWSDynamoDB/01-a/data/", "--exact", "--yes");
        Assert.Equal(before, await ItemsAsync());
    }

    [Theory]
    [InlineData("not a backup", "is not a file that ops backup wrote")]
    [InlineData(null, "There is no file backup.gz")]
    public async Task A_file_that_is_no_backup_writes_nothing(string? content, string message)
    {
        folder.Use(await OpsCli.FindAsync(OpsCli.Debians));
        if (content is not null)
            folder.Write("backup.gz", content);
        var result = await folder.RunAsync("restore", "--from", "backup.gz", "--exact", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.Empty(await ItemsAsync());
    }

    // Everything that the product keeps, with texts that a shell could spoil.
    private async Task FillAsync()
    {
        const string text = "<speak>\"Sí\" & 'no' \\ \\\" {\"pk\": {\"S\": \"x\"}} $HOME `ls` %s 💐\n\tline two  </speak>";
        var office = A.Config("field-office", A.Switch("Closure"), A.Text("Note", text), A.Number("Least", "007.50"))
            .With(A.Prompt("Welcome", ("en-US", "Thank you."), ("es-US", "Gracias, señor.")));
        await table.SaveAsync(office, A.Config("field-office/austin").Overriding("Closure", "true"));
        await table.SaveAsync(office with { Description = "    four spaces before, and a brace {" });
        var aliases = new AliasStore(new(table.Dynamo, table.Name), TimeProvider.System);
        await aliases.SaveAsync(ConfigId.Parse("+18005550123"), 0, office.Id, A.Author, Cancelled);

        var lists = new ListStore(new(table.Dynamo, table.Name), TimeProvider.System);
        var vip = ConfigId.Parse("vip");
        await lists.SaveAsync(vip, 0, new() { Keys = KeyKind.Text }, A.Author, Cancelled);
        var note = text.Replace('\n', ' ').Replace('\t', ' ');
        EntryDraft[] entries = [.. Enumerable.Range(0, 60).Select(i => new EntryDraft(1, "", $"key \"{i}\" \\ ñ", note, "", ""))];
        await new ListWriter(lists, TimeProvider.System).PasteAsync(vip, entries, A.Author, Cancelled);

        var scenarios = new ScenarioStore(new(table.Dynamo, table.Name), table.Store, TimeProvider.System);
        var fire = ConfigId.Parse("fire");
        var values = new Dictionary<ConfigId, IReadOnlyDictionary<string, Override>> { [office.Id] = A.Values(("Closure", "true")) };
        await scenarios.SaveAsync(fire, 0, new() { Values = values }, A.Author, Cancelled);
        var onOff = new ScenarioSwitch(new(table.Dynamo, table.Name), scenarios, table.Store, table.Settings, TimeProvider.System);
        await onOff.TurnOnAsync(fire, new(TimeProvider.System.GetUtcNow().AddHours(1), "UTC"), A.Author, Cancelled);
        await table.Settings.SaveAsync(new() { DefaultLanguage = "es-US" }, 0, A.Author, Cancelled);
    }

    // One item is left, changed, and one is there that the backup does not have.
    private async Task LoseAsync(IReadOnlyList<string> items)
    {
        foreach (var key in items.Select(item => JsonNode.Parse(item)!.AsObject()))
            await table.Dynamo.DeleteItemAsync(table.Name, Key((string)key["pk"]!["S"]!, (string)key["sk"]!["S"]!), Cancelled);
        foreach (var partition in new[] { "CONFIG#field-office", "CONFIG#later" })
        {
            var item = Key(partition, "CURRENT");
            item["body"] = new("{}");
            await table.Dynamo.PutItemAsync(table.Name, item, Cancelled);
        }
    }

    private static Dictionary<string, AttributeValue> Key(string partition, string sort) =>
        new() { ["pk"] = new(partition), ["sk"] = new(sort) };

    // Each item as JSON with its attributes in order, in the order of keys.
    private async Task<List<string>> ItemsAsync()
    {
        var scan = new ScanRequest { TableName = table.Name, ConsistentRead = true };
        var items = (await table.Dynamo.ScanAsync(scan, Cancelled)).Items ?? [];
        return [.. items.Select(Text).Order(StringComparer.Ordinal)];

        static string Text(Dictionary<string, AttributeValue> item) => JsonSerializer.Serialize(
            item.OrderBy(attribute => attribute.Key is "pk" or "sk" ? $" {attribute.Key}" : attribute.Key, StringComparer.Ordinal)
                .ToDictionary(attribute => attribute.Key, attribute => attribute.Value switch
                {
                    { S: { } text } => new Dictionary<string, object> { ["S"] = text },
                    { N: { } number } => new Dictionary<string, object> { ["N"] = number },
                    var value => new Dictionary<string, object> { ["BOOL"] = value.BOOL!.Value },
                }));
    }

    private void WriteExport(string path, IEnumerable<string> lines)
    {
        folder.Write(path, "");
        using var file = new StreamWriter(new GZipStream(File.Create(Path.Combine(folder.Root, path)), CompressionLevel.Fastest));
        foreach (var line in lines)
            file.Write(line + "\n");
    }
}
