using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Publishing;

/// <summary>What `--operation publish` writes.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed partial class PublishTests(Published published)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_publish_writes_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("flow-configs-again-");
        try
        {
            await Published.PublishAsync(again.FullName);
            var files = Files(published.Folder);
            Assert.Equal(files, Files(again.FullName));
            foreach (var file in files)
            {
                var first = await File.ReadAllBytesAsync(Path.Combine(published.Folder, file), Cancelled);
                var second = await File.ReadAllBytesAsync(Path.Combine(again.FullName, file), Cancelled);
                Assert.True(first.AsSpan().SequenceEqual(second), $"{file} is not the same");
            }
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Its_texts_are_those_that_the_repository_keeps_but_for_the_hashes_of_the_zips()
    {
        var kept = Repository.Path("aws-templates");
        // The functions' own sources stand there too.
        var files = Files(kept).Where(file => !file.StartsWith("functions/", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            files,
            Files(published.Folder).Where(file => !file.StartsWith("lambda/", StringComparison.Ordinal)
                && !file.StartsWith("web/", StringComparison.Ordinal) && !file.StartsWith("sbom/", StringComparison.Ordinal)));
        foreach (var file in files)
        {
            var text = Hash().Replace(await File.ReadAllTextAsync(Path.Combine(published.Folder, file), Cancelled), "<content-hash>");
            Assert.True(
                text == await File.ReadAllTextAsync(Path.Combine(kept, file), Cancelled),
                $"aws-templates/{file} is not up to date. Run: dotnet run --project FlowConfigs.AppHost -- "
                + "--operation publish --step templates --output-path aws-templates");
        }
    }

    [Fact]
    public async Task Every_zip_that_a_template_names_is_there_and_is_uploaded_under_that_name()
    {
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(published.Folder, "stacks.json"), Cancelled))!;
        var uploads = manifest["uploads"]!.AsArray().ToDictionary(upload => (string)upload!["key"]!, upload => (string)upload!["file"]!);
        var templates = Directory.GetFiles(Path.Combine(published.Folder, "templates"))
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject());
        var keys = templates.SelectMany(Template.Objects).Select(value => value["S3Key"]).OfType<JsonNode>()
            .Select(key => (string)key!).Distinct().ToList();

        Assert.Equal(3, keys.Count);
        Assert.Equal(uploads.Keys.Order(), keys.Order());
        Assert.All(keys, key => Assert.True(File.Exists(Path.Combine(published.Folder, uploads[key]))));
    }

    [Theory]
    [InlineData("api")]
    [InlineData("connect-handler")]
    public void A_zip_has_an_executable_bootstrap_and_tells_nothing_of_where_and_when_it_was_made(string name)
    {
        using var zip = ZipFile.OpenRead(published.Zip(name));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        Assert.Equal(0x81ED, zip.GetEntry("bootstrap")!.ExternalAttributes >>> 16); // a regular file, rwxr-xr-x
        Assert.DoesNotContain(zip.Entries, entry => Path.GetExtension(entry.Name) is ".pdb" or ".xml");
        // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 250 MB unzipped
        Assert.InRange(zip.Entries.Sum(entry => entry.Length), 1, 250 * 1024 * 1024);

        using var own = (zip.GetEntry("FlowConfigs.Core.dll") ?? zip.GetEntry("bootstrap"))!.Open();
        using var bytes = new MemoryStream();
        own.CopyTo(bytes);
        Assert.DoesNotContain(Repository.Root, System.Text.Encoding.Latin1.GetString(bytes.ToArray()));
    }

    [Theory]
    [InlineData("api", "pkg:nuget/AWSSDK.Core@")]
    [InlineData("connect-handler", "pkg:nuget/AWSSDK.Core@")]
    [InlineData("web", "pkg:npm/react@")]
    public async Task Every_part_has_a_bill_of_materials_and_the_notices_of_others(string part, string package)
    {
        var bill = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(published.Folder, "sbom", $"{part}.cdx.json"), Cancelled))!;
        Assert.Contains(bill["components"]!.AsArray(), one => ((string)one!["purl"]!).StartsWith(package, StringComparison.Ordinal));
        var notices = part == "web"
            ? await File.ReadAllTextAsync(Path.Combine(published.Folder, "web", "THIRD-PARTY-NOTICES.txt"), Cancelled)
            : await File.ReadAllTextAsync(Path.Combine(published.Unpacked(part), "THIRD-PARTY-NOTICES.txt"), Cancelled);
        Assert.All(bill["components"]!.AsArray(), one => Assert.Contains($"{one!["name"]} {one["version"]} (", notices));
        Assert.Contains("Permission is hereby granted", notices);
    }

    [Fact]
    public async Task The_web_app_is_told_at_run_time_where_its_API_is()
    {
        var config = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(published.Folder, "web", "config.json"), Cancelled))!;
        Assert.Equal(
            ["{{primary-region}}", "{{secondary-region}}"], config["regions"]!.AsArray().Select(region => (string)region!["name"]!));
        Assert.True(File.Exists(Path.Combine(published.Folder, "web", "index.html")));
    }

    [Fact]
    public void It_says_what_it_took() =>
        Assert.Matches(@"Published to .+ in [0-9.]+ s, with [0-9]+ MB of memory at the peak", published.Output);

    private static List<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("(?<=-)[0-9a-f]{16}(?=\\.zip)|[0-9a-f]{16}(?= \\$\\{Release\\})")]
    private static partial Regex Hash();
}
