using System.IO.Compression;
using FlowConfigs.AppHost.Publish;
using FlowConfigs.LambdaEmulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Benchmarks;

/// <summary>Builds what is compared, and says how to start it.</summary>
internal static class Contenders
{
    /// <returns>
    /// Ours, Node, the floor, the way through the emulator alone, floors for <see cref="HandlerData.KeyCounts"/>, and ours as it is
    /// published without a linker; and the sizes of the zips in megabytes.
    /// </returns>
    public static async Task<(Contender[] Contenders, IReadOnlyDictionary<string, double> Sizes)> BuildAsync(
        DynamoDb dynamo, Emulator emulator, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Report.Repository, "artifacts", "benchmarks", "handler");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var zips = await new LambdaBuild(Report.Repository, folder, NullLogger.Instance).WriteAsync(cancellationToken);
        var zip = Path.Combine(folder, zips.ConnectHandler.Key);
        var ours = Path.Combine(folder, "ours");
        await ZipFile.ExtractToDirectoryAsync(zip, ours, cancellationToken);
        var node = Path.Combine(Report.Repository, "FlowConfigs.Benchmarks", "baseline-node");
        await Command.RunAsync(node, "npm", ["ci", "--no-audit", "--no-fund"], cancellationToken);
        await Command.RunAsync(node, "npm", ["run", "build"], cancellationToken);
        var withoutLinker = new LambdaBuild(Report.Repository, folder, NullLogger.Instance, linker: "no-such-linker");
        var managed = await withoutLinker.BuildAsync("FlowConfigs.ConnectHandler", cancellationToken);
        var self = Environment.ProcessPath!;
        Contender[] contenders =
        [
            New("ours", [Path.Combine(ours, "bootstrap")], ("_HANDLER", "getConfig")),
            New("node", ["node", Path.Combine(node, "bootstrap.mjs")]),
            New("raw read", [self, "--floor"], (Floor.ReadVariable, HandlerData.Read(HandlerData.Id))),
            New("emulator alone", [self, "--floor"]),
            .. HandlerData.KeyCounts.Select(keys =>
                New($"raw read of {keys}", [self, "--floor"], (Floor.ReadVariable, HandlerData.Read(HandlerData.IdOf(keys))))),
            New("without linker", [managed.Single(file => file.IsExecutable).File], ("_HANDLER", "getConfig")),
        ];
        return (contenders, new Dictionary<string, double>
        {
            ["ours"] = Megabytes(new FileInfo(zip).Length),
            ["without-linker"] = Megabytes(new FileInfo(Path.Combine(folder, ZipFiles.Write(folder, "without-linker", managed).Key)).Length),
            ["node"] = Megabytes(await ZippedAsync(Path.Combine(node, "dist", "handler.mjs"), cancellationToken)),
        });

        Contender New(string name, string[] command, params (string Name, string Value)[] more) =>
            Of(name, command, dynamo, emulator, more);
    }

    /// <summary>A program as one of the emulator's functions.</summary>
    public static Contender Of(
        string name, string[] command, DynamoDb dynamo, Emulator emulator, params (string Name, string Value)[] more)
    {
        var function = name.Replace(' ', '-');
        emulator.AddFunction(function, startLimit: TimeSpan.FromSeconds(30));
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{emulator.Port}/{function}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function,
            ["AWS_ENDPOINT_URL_DYNAMODB"] = dynamo.Url,
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["FLOWCONFIGS_TABLE"] = DynamoDb.Table,
        };
        foreach (var (variable, value) in more)
            environment[variable] = value;
        return new(function, command, environment);
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024;

    private static async Task<long> ZippedAsync(string file, CancellationToken cancellationToken)
    {
        using var zipped = new MemoryStream();
        await using (var deflate = new DeflateStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        await using (var from = File.OpenRead(file))
            await from.CopyToAsync(deflate, cancellationToken);
        return zipped.Length;
    }
}
