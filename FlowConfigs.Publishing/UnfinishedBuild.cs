using System.Diagnostics;
using System.Globalization;

namespace FlowConfigs.Publishing;

/// <summary>
/// Marks a folder while a build writes there. A build that was killed leaves half a program that looks newer than its sources, so the next
/// build would ship it: what a killed build has left is deleted first.
/// </summary>
internal sealed class UnfinishedBuild
{
    private readonly string mark;

    /// <param name="folder">What the build writes; kept from build to build.</param>
    public UnfinishedBuild(string folder)
    {
        mark = Path.Combine(folder, "unfinished");
        if (WasKilled())
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllText(mark, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The build has ended well. After any other end the next build begins anew.</summary>
    public void Finish() => File.Delete(mark);

    private bool WasKilled()
    {
        if (!File.Exists(mark) || !int.TryParse(File.ReadAllText(mark), CultureInfo.InvariantCulture, out var writer))
            return File.Exists(mark);
        // Another one that is still running is not this one's to delete.
        return writer == Environment.ProcessId || !Process.GetProcesses().Any(process => process.Id == writer);
    }
}
