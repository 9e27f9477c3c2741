using System.Diagnostics;

namespace FlowConfigs.Tests;

/// <summary>Programs of Debian's that tests use: installed where they are missing and the tests run as root.</summary>
internal static class Debian
{
    public static bool CanInstall => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    /// <summary>The path of a program, which is installed if need be; otherwise the test is skipped and says how to get it.</summary>
    public static async Task<string> ProgramAsync(string path, string package)
    {
        if (!File.Exists(path) && CanInstall)
            await InstallAsync(path, package);
        Assert.SkipUnless(File.Exists(path), $"There is no {path}. Install it: sudo apt-get install {package}");
        return path;
    }

    public static async Task InstallAsync(string path, params string[] packages)
    {
        // Two test runs on one machine take turns: apt-get update fails at once when another holds its lists.
        await using var turn = await TakeTurnAsync(Path.Combine(Path.GetTempPath(), "flow-configs-debian.lock"));
        if (File.Exists(path))
            return;
        await AptGetAsync("update", "-q");
        await AptGetAsync(["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300", .. packages]);
    }

    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }

    private static async Task AptGetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var aptGet = Process.Start(start)!;
        var output = aptGet.StandardOutput.ReadToEndAsync();
        var errors = aptGet.StandardError.ReadToEndAsync();
        await aptGet.WaitForExitAsync();
        await output;
        if (aptGet.ExitCode != 0)
            throw new InvalidOperationException($"apt-get {string.Join(' ', arguments)} failed; install it by hand. {await errors}");
    }
}
