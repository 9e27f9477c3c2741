using System.Diagnostics;

namespace FlowConfigs.Publishing;

/// <summary>
/// The compiler driver that links a function's native code. FlowConfigs.ConnectHandler.csproj names the same ones: another linker writes
/// other bytes, and the zip would have another key.
/// </summary>
/// <param name="Program">The program on PATH.</param>
/// <param name="Options">How it links for the function's processor.</param>
/// <param name="Packages">Debian's packages of all that linking needs.</param>
internal sealed record NativeLinker(string Program, string[] Options, string Packages)
{
    private static readonly NativeLinker X64 = new("gcc", [], "gcc libc6-dev");

    private static readonly NativeLinker Arm64 = new(
        "clang",
        ["--target=aarch64-linux-gnu", "-fuse-ld=lld"],
        "clang lld gcc-aarch64-linux-gnu libc6-dev-arm64-cross binutils-aarch64-linux-gnu");

    public static NativeLinker For(string architecture) => architecture == "arm64" ? Arm64 : X64;

    /// <summary>Links an empty program: a driver can be there without its linker, or without the C library.</summary>
    public async Task<bool> WorksAsync(CancellationToken cancellationToken)
    {
        if (!Command.IsThere(Program))
            return false;
        var folder = Directory.CreateTempSubdirectory("flow-configs-linker-");
        try
        {
            var source = Path.Combine(folder.FullName, "empty.c");
            await File.WriteAllTextAsync(source, "int main(void) { return 0; }", cancellationToken);
            var start = new ProcessStartInfo(Program, [.. Options, source, "-o", Path.Combine(folder.FullName, "empty")])
            {
                RedirectStandardError = true,
            };
            using var linker = Process.Start(start)!;
            await linker.StandardError.ReadToEndAsync(cancellationToken);
            await linker.WaitForExitAsync(cancellationToken);
            return linker.ExitCode == 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
