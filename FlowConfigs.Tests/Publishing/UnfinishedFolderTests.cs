using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>A publish that fails leaves what an earlier one wrote.</summary>
public sealed class UnfinishedFolderTests : IDisposable
{
    private readonly string output = Directory.CreateTempSubdirectory("flow-configs-output-").FullName;

    public UnfinishedFolderTests()
    {
        Write(output, "templates/old.json");
        Write(output, "connect/mine/templates/old.json");
        Write(output, "connect/theirs/table.sh");
        Write(output, "dev.env");
    }

    public void Dispose() => Directory.Delete(output, recursive: true);

    [Fact]
    public void Without_an_end_the_folder_is_as_it_was()
    {
        var before = Files();
        using (var unfinished = new UnfinishedFolder(output))
            Write(unfinished.Root, "templates/new.json");
        Assert.Equal(before, Files());
    }

    [Fact]
    public void At_the_end_whole_folders_are_replaced_and_other_files_stay()
    {
        using (var unfinished = new UnfinishedFolder(output))
        {
            Write(unfinished.Root, "templates/new.json");
            Write(unfinished.Root, "connect/mine/templates/new.json");
            unfinished.Finish("templates", "lambda");
        }

        Assert.Equal(["connect/mine/templates/new.json", "connect/theirs/table.sh", "dev.env", "templates/new.json"], Files());
    }

    [Fact]
    public void What_a_killed_publish_left_does_not_reach_the_folder()
    {
        Write(new UnfinishedFolder(output).Root, "templates/half.json");
        using (var unfinished = new UnfinishedFolder(output))
            unfinished.Finish();
        Assert.DoesNotContain(Files(), file => file.Contains("half", StringComparison.Ordinal));
    }

    private static void Write(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file);
    }

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(output, file)).Order(StringComparer.Ordinal)];
}
