using System.IO.Compression;
using System.Security.Cryptography;

namespace FlowConfigs.Publishing;

/// <summary>A file in a zip.</summary>
internal sealed record ZipEntry(string Name, string File, bool IsExecutable = false);

/// <summary>Writes zips that hold the same bytes whenever and wherever they are made of the same files.</summary>
internal static class ZipFiles
{
    private const int HashDigits = 16;
    private const int RegularFile = 0x8000; // S_IFREG
    private const int Executable = 0x1ED; // rwxr-xr-x
    private const int Readable = 0x1A4; // rw-r--r--

    // The first that a zip can tell.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a zip into the output folder's lambda/, under a name with the hash of what is in it.</summary>
    public static Zip Write(string outputFolder, string name, IEnumerable<ZipEntry> entries)
    {
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, "lambda")).FullName;
        var unnamed = Path.Combine(folder, $"{name}.zip");
        using (var zip = ZipFile.Open(unnamed, ZipArchiveMode.Create))
        {
            foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
                Add(zip, entry);
        }

        using (var written = File.OpenRead(unnamed))
            name = $"{name}-{Convert.ToHexStringLower(SHA256.HashData(written))[..HashDigits]}";
        File.Move(unnamed, Path.Combine(folder, $"{name}.zip"), overwrite: true);
        return new Zip(name[..^(HashDigits + 1)], name[^HashDigits..]);
    }

    private static void Add(ZipArchive zip, ZipEntry entry)
    {
        var added = zip.CreateEntry(entry.Name, CompressionLevel.Optimal);
        added.LastWriteTime = Time;
        added.ExternalAttributes = (RegularFile | (entry.IsExecutable ? Executable : Readable)) << 16;
        using var from = File.OpenRead(entry.File);
        using var to = added.Open();
        from.CopyTo(to);
    }
}
