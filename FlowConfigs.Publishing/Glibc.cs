using System.Text;
using System.Text.RegularExpressions;

namespace FlowConfigs.Publishing;

/// <summary>Which C library a native program needs: a linker takes the newest symbols of the machine that it runs on.</summary>
internal static partial class Glibc
{
    /// <summary>That of Amazon Linux 2023: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html</summary>
    public static readonly Version OfLambda = new(2, 34);

    /// <summary>The newest version of all symbols that a program takes from the C library.</summary>
    public static async Task<Version> NeededByAsync(string program, CancellationToken cancellationToken) =>
        NeededBy(await File.ReadAllBytesAsync(program, cancellationToken));

    /// <summary>The same of a program's bytes; 0.0 when there is none.</summary>
    public static Version NeededBy(byte[] program) => Symbol().Matches(Encoding.Latin1.GetString(program))
        .Select(match => Version.Parse(match.Groups["version"].Value)).Max() ?? new(0, 0);

    // An entry of the ELF file's table of strings, which end with 0.
    [GeneratedRegex(@"\0GLIBC_(?<version>2\.[0-9]+)")]
    private static partial Regex Symbol();
}
