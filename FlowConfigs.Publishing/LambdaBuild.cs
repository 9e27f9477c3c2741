using System.Reflection;
using FlowConfigs.Publishing.Packages;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.Publishing;

/// <summary>Builds the functions' zips: programs that bring .NET with them, for the runtime provided.al2023.</summary>
/// <param name="repository">The repository's root.</param>
/// <param name="outputFolder">Where publish writes.</param>
/// <param name="logger">Where a missing linker is reported.</param>
/// <param name="linker">What links native code; unless set, the one that publish uses for this architecture.</param>
internal sealed class LambdaBuild(string repository, string outputFolder, ILogger logger, NativeLinker? linker = null)
{
    // For debuggers and dumps, for tracing by LTTng, and garbage collectors that are used only when a variable names them.
    private static readonly string[] OfRuntimeNotNeeded =
    [
        "createdump", "libmscordaccore.so", "libmscordbi.so", "libcoreclrtraceptprovider.so", "libclrgc.so", "libclrgcexp.so",
    ];

    /// <summary>The certificate authorities that the functions trust, in each zip.</summary>
    public const string Certificates = "amazon-roots.pem";

    /// <summary>As CloudFormation names it: x86_64, or arm64 with -p:LambdaArchitecture=arm64.</summary>
    public static string Architecture { get; } = typeof(LambdaBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "LambdaArchitecture")?.Value ?? "x86_64";

    private static string Runtime => Architecture == "arm64" ? "linux-arm64" : "linux-x64";

    private readonly NativeLinker linker = linker ?? NativeLinker.For(Architecture);

    private bool? canLink;

    /// <exception cref="DistributedApplicationException">A build fails.</exception>
    public async Task<Zips> WriteAsync(CancellationToken cancellationToken)
    {
        var roots = new ZipEntry(Certificates, Path.Combine(repository, "FlowConfigs.Lambda", Certificates));
        var api = await BuildAsync("FlowConfigs.Api", cancellationToken);
        var connectHandler = await BuildAsync("FlowConfigs.ConnectHandler", cancellationToken);
        var preToken = new ZipEntry("pre-token.mjs", Path.Combine(repository, "aws-templates", "functions", "pre-token.mjs"));
        return new Zips(
            ZipFiles.Write(outputFolder, "api", [.. api, roots, Packages("api", "FlowConfigs.Api")]),
            ZipFiles.Write(outputFolder, "connect-handler", [.. connectHandler, roots, Packages("connect-handler", "FlowConfigs.ConnectHandler")]),
            ZipFiles.Write(outputFolder, "pre-token", [preToken]));
    }

    // The notices of what others have written go into the zip, and the bill of materials beside it.
    private ZipEntry Packages(string part, string project)
    {
        var packages = ShippedPackage.OfProgram(repository, project);
        Sbom.Write(outputFolder, part, packages);
        return new ZipEntry(Notices.File, Notices.Write(Path.Combine(repository, "artifacts", "notices", part), packages));
    }

    /// <summary>Builds one program; the entry "bootstrap" is what Lambda starts.</summary>
    public async Task<IReadOnlyList<ZipEntry>> BuildAsync(string project, CancellationToken cancellationToken)
    {
        if (!await CanLinkAsync(cancellationToken))
            return await BuildAsync(project, isNative: false, cancellationToken);
        var native = await BuildAsync(project, isNative: true, cancellationToken);
        var glibc = await Glibc.NeededByAsync(native.Single(file => file.IsExecutable).File, cancellationToken);
        if (glibc <= Glibc.OfLambda)
            return native;
        logger.GlibcTooNew(glibc, Glibc.OfLambda);
        return await BuildAsync(project, isNative: false, cancellationToken);
    }

    // Tried, and said, once for all programs.
    private async Task<bool> CanLinkAsync(CancellationToken cancellationToken)
    {
        if (canLink is null)
        {
            canLink = await linker.WorksAsync(cancellationToken);
            if (canLink is false)
                logger.NoLinker(linker.Program, linker.Packages);
        }

        return canLink.Value;
    }

    private async Task<IReadOnlyList<ZipEntry>> BuildAsync(string project, bool isNative, CancellationToken cancellationToken)
    {
        // Apart from what the development builds write, and kept, so that a second publish is quick.
        var artifacts = Path.Combine(repository, "artifacts", isNative ? "lambda-native" : "lambda");
        var build = new UnfinishedBuild(artifacts);
        await Command.RunAsync(
            repository,
            "dotnet",
            [
                "publish", Path.Combine(repository, project, $"{project}.csproj"), "--configuration", "Release", "--runtime", Runtime,
                "--self-contained", "--artifacts-path", artifacts, "-p:ForLambda=true",
                $"-p:LambdaAot={(isNative ? "true" : "false")}", "-nodeReuse:false", "--nologo", "--verbosity", "quiet",
            ],
            cancellationToken);
        build.Finish();
        var folder = Path.Combine(artifacts, "publish", project, $"release_{Runtime}");
        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(folder, file), File: file))
                .Where(file => !IsLeftOut(file.Name))
                .Select(file => file.Name == project
                    ? new ZipEntry("bootstrap", file.File, IsExecutable: true) // which provided.al2023 starts
                    : new ZipEntry(file.Name, file.File)),
        ];
    }

    private static bool IsLeftOut(string file) =>
        Path.GetExtension(file) is ".pdb" or ".dbg" or ".xml" || Path.GetFileName(file) is "web.config"
        || OfRuntimeNotNeeded.Contains(Path.GetFileName(file)) || file.EndsWith(".Development.json", StringComparison.Ordinal);
}
