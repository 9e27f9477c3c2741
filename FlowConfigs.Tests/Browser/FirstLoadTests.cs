using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;

namespace FlowConfigs.Tests.Browser;

/// <summary>What a first visit to the list of configs loads before it shows anything, out of the web app's build.</summary>
public sealed class FirstLoadTests(TheSystem system, ITestOutputHelper output) : IClassFixture<TheSystem>
{
    private const double MostScript = 260;
    private const double MostStyle = 80;
    private const double BytesInKilobyte = 1000;

    private static readonly string Web = Repository.Path("FlowConfigs.Web");
    private static readonly string[] FirstVisit = ["index.html", "src/pages/configs/configs-page.tsx"];

    [Fact]
    public async Task A_first_visit_loads_little()
    {
        Assert.NotNull(system.Running); // it has installed the npm packages
        var build = Directory.CreateTempSubdirectory("flow-configs-build-");
        try
        {
            await BuildAsync(build.FullName);
            var files = await FilesAsync(build.FullName);
            var script = Kilobytes(build.FullName, files.Where(file => file.EndsWith(".js", StringComparison.Ordinal)));
            var style = Kilobytes(build.FullName, files.Where(file => file.EndsWith(".css", StringComparison.Ordinal)));
            output.WriteLine($"{script:F0} kB of script and {style:F0} kB of styles, gzipped");
            Assert.InRange(script, 1, MostScript);
            Assert.InRange(style, 1, MostStyle);
        }
        finally
        {
            build.Delete(recursive: true);
        }
    }

    private static async Task BuildAsync(string to)
    {
        var start = new ProcessStartInfo("npx", ["vite", "build", "--outDir", to, "--emptyOutDir"])
        {
            WorkingDirectory = Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var vite = Process.Start(start)!;
        var said = vite.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = vite.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await vite.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(vite.ExitCode == 0, await said + await errors);
    }

    /// <summary>The files of the first visit with all that they import. https://vite.dev/guide/backend-integration</summary>
    private static async Task<HashSet<string>> FilesAsync(string build)
    {
        using var manifest = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(build, ".vite", "manifest.json"), TestContext.Current.CancellationToken));
        var files = new HashSet<string>();
        foreach (var chunk in FirstVisit)
            Add(chunk);
        return files;

        void Add(string name)
        {
            var chunk = manifest.RootElement.GetProperty(name);
            if (!files.Add(chunk.GetProperty("file").GetString()!))
                return;
            files.UnionWith(Names(chunk, "css"));
            foreach (var import in Names(chunk, "imports"))
                Add(import);
        }
    }

    private static IEnumerable<string> Names(JsonElement chunk, string property) =>
        chunk.TryGetProperty(property, out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    private static double Kilobytes(string build, IEnumerable<string> files) =>
        files.Sum(file => Zipped(Path.Combine(build, file))) / BytesInKilobyte;

    private static long Zipped(string path)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return zipped.Length;
    }
}
