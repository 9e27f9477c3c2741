using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FlowConfigs.Tests.Browser;

/// <summary>The web app as it is built for AWS, in a folder of its own: what it weighs, and a server for it.</summary>
public sealed class BuiltWeb : IAsyncLifetime
{
    private const double BytesInKilobyte = 1000;
    private const int LongestStart = 60;

    private readonly DirectoryInfo build = Directory.CreateTempSubdirectory("flow-configs-build-");
    private Process? server;

    public async ValueTask InitializeAsync()
    {
        await SharedSystem.StartAsync(); // it has installed the npm packages
        using var vite = Start(["build", "--outDir", build.FullName, "--emptyOutDir"], []);
        var said = vite.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = vite.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await vite.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(vite.ExitCode == 0, await said + await errors);
    }

    public ValueTask DisposeAsync()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        build.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public Task<string> TextAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(build.FullName, file), TestContext.Current.CancellationToken);

    /// <summary>Serves it, with an API behind it.</summary>
    public async Task<Uri> ServeAsync(Uri api)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        server = Start(["preview", "--outDir", build.FullName], new() { ["PORT"] = $"{port}", ["services__api__http__0"] = $"{api}" });
        var web = new Uri($"http://localhost:{port}");
        using var http = new HttpClient();
        for (var second = 0; ; second++)
        {
            try
            {
                await http.GetStringAsync(web, TestContext.Current.CancellationToken);
                return web;
            }
            catch (HttpRequestException) when (second < LongestStart)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>The files of modules with all that they import. https://vite.dev/guide/backend-integration</summary>
    public async Task<HashSet<string>> FilesAsync(params string[] modules)
    {
        using var manifest = JsonDocument.Parse(await TextAsync(".vite/manifest.json"));
        var files = new HashSet<string>();
        foreach (var module in modules)
            Add(module);
        return files;

        void Add(string name)
        {
            // A chunk that is put together by vite.config.ts goes by its name there, and not by a module's.
            var chunk = manifest.RootElement.TryGetProperty(name, out var found)
                ? found
                : manifest.RootElement.EnumerateObject().Select(one => one.Value)
                    .Single(one => one.TryGetProperty("name", out var given) && given.GetString() == name);
            if (!files.Add(chunk.GetProperty("file").GetString()!))
                return;
            files.UnionWith(Names(chunk, "css"));
            foreach (var import in Names(chunk, "imports"))
                Add(import);
        }
    }

    /// <summary>What they weigh, gzipped as CloudFront sends them.</summary>
    public double Kilobytes(IEnumerable<string> files) =>
        files.Sum(file => Zipped(Path.Combine(build.FullName, file))) / BytesInKilobyte;

    private static Process Start(string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("node", ["node_modules/vite/bin/vite.js", .. arguments])
        {
            WorkingDirectory = Repository.Path("FlowConfigs.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static IEnumerable<string> Names(JsonElement chunk, string property) =>
        chunk.TryGetProperty(property, out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    private static long Zipped(string path)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(path));
        return zipped.Length;
    }
}
