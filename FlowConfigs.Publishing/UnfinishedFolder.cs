namespace FlowConfigs.Publishing;

/// <summary>
/// Where a publish writes until all of it is there: in the output folder, so that its parts are moved and not copied. A fault in between
/// leaves what an earlier publish has written.
/// </summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private const string ConnectFolder = "connect";

    private readonly string output;

    public UnfinishedFolder(string output)
    {
        this.output = output;
        Root = Path.Combine(output, ".unfinished");
        Delete(Root);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    /// <summary>Puts what is written into the place of what an earlier publish wrote.</summary>
    /// <param name="whole">Folders in which no file may stay that is not written any more. Those of a Connect instance are such too.</param>
    public void Finish(params string[] whole)
    {
        foreach (var part in whole)
            Delete(Path.Combine(output, part));
        foreach (var instance in Instances())
            Delete(Path.Combine(output, ConnectFolder, Path.GetFileName(instance)));
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(output, Path.GetRelativePath(Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Move(file, to, overwrite: true);
        }
    }

    public void Dispose() => Delete(Root);

    private IEnumerable<string> Instances()
    {
        var folder = Path.Combine(Root, ConnectFolder);
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [];
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
