using System.IO.Compression;
using FlowConfigs.Publishing;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Benchmarks;

/// <summary>What is compared, as it is published.</summary>
/// <param name="Native">Our program as native code.</param>
/// <param name="ReadyToRun">Our program as it is published where nothing links.</param>
/// <param name="Api">The API as native code, and as it is published where nothing links.</param>
/// <param name="Node">Node's script.</param>
/// <param name="Certificates">The certificate authorities in our zip.</param>
/// <param name="Sizes">The sizes of the zips by contender, in megabytes.</param>
internal sealed record Built(
    string Native, string ReadyToRun, (string Native, string ReadyToRun) Api, string Node, string Certificates, IReadOnlyDictionary<string, double> Sizes)
{
    public static async Task<Built> PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Report.Repository, "artifacts", "benchmarks", "handler");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var linker = NativeLinker.For(LambdaBuild.Architecture);
        if (!await linker.WorksAsync(cancellationToken))
            throw new InvalidOperationException($"{linker.Program} cannot link. Install it: apt-get install {linker.Packages}");
        var zips = await new LambdaBuild(Report.Repository, folder, NullLogger.Instance).WriteAsync(cancellationToken);
        var ours = Path.Combine(folder, "ours");
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder, zips.ConnectHandler.Key), ours, cancellationToken);
        var node = Path.Combine(Report.Repository, "FlowConfigs.Benchmarks", "baseline-node");
        await Command.RunAsync(node, "npm", ["ci", "--no-audit", "--no-fund"], cancellationToken);
        await Command.RunAsync(node, "npm", ["run", "build"], cancellationToken);
        var withoutLinker = new LambdaBuild(Report.Repository, folder, NullLogger.Instance, new("no-such-linker", [], ""));
        var readyToRun = await withoutLinker.BuildAsync("FlowConfigs.ConnectHandler", cancellationToken);
        var api = Path.Combine(folder, "api");
        await ZipFile.ExtractToDirectoryAsync(Path.Combine(folder, zips.Api.Key), api, cancellationToken);
        var readyToRunApi = await withoutLinker.BuildAsync("FlowConfigs.Api", cancellationToken);
        return new(
            Path.Combine(ours, "bootstrap"),
            readyToRun.Single(file => file.IsExecutable).File,
            (Path.Combine(api, "bootstrap"), readyToRunApi.Single(file => file.IsExecutable).File),
            Path.Combine(node, "bootstrap.mjs"),
            Path.Combine(ours, LambdaBuild.Certificates),
            new Dictionary<string, double>
            {
                ["native"] = Megabytes(Path.Combine(folder, zips.ConnectHandler.Key)),
                ["ready-to-run"] = Megabytes(Path.Combine(folder, ZipFiles.Write(folder, "ready-to-run", readyToRun).Key)),
                ["node"] = await ZippedAsync(Path.Combine(node, "dist", "handler.mjs"), cancellationToken),
                ["api"] = Megabytes(Path.Combine(folder, zips.Api.Key)),
            });
    }

    private static double Megabytes(string file) => new FileInfo(file).Length / 1024.0 / 1024;

    private static async Task<double> ZippedAsync(string file, CancellationToken cancellationToken)
    {
        using var zipped = new MemoryStream();
        await using (var deflate = new DeflateStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        await using (var from = File.OpenRead(file))
            await from.CopyToAsync(deflate, cancellationToken);
        return zipped.Length / 1024.0 / 1024;
    }
}
