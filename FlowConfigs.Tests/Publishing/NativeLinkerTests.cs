using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>Publish knows before it builds whether the machine can link native code.</summary>
public sealed class NativeLinkerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_linker_that_is_missing_does_not_work() =>
        Assert.False(await new NativeLinker("no-such-linker", [], "").WorksAsync(Cancelled));

    [Fact]
    public async Task A_linker_that_fails_does_not_work() => Assert.False(await new NativeLinker("false", [], "").WorksAsync(Cancelled));

    [Fact]
    public async Task A_compiler_without_its_libraries_does_not_work()
    {
        await Debian.ProgramAsync("/usr/bin/gcc", "gcc");
        Assert.False(await new NativeLinker("gcc", ["-lno_such_library"], "").WorksAsync(Cancelled));
    }

    [Fact]
    public async Task The_linker_for_x86_64_works_where_its_packages_are_installed()
    {
        await Debian.ProgramAsync("/usr/bin/gcc", "gcc");
        await Debian.ProgramAsync("/usr/include/stdlib.h", "libc6-dev");
        Assert.True(await NativeLinker.For("x86_64").WorksAsync(Cancelled));
    }

    [Fact]
    public void The_newest_symbol_of_the_C_library_counts()
    {
        var program = "\0GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.2.5\0malloc\0"u8.ToArray();
        Assert.Equal(new(2, 34), Glibc.NeededBy(program));
        Assert.Equal(new(2, 38), Glibc.NeededBy([.. program, .. "GLIBC_2.38\0"u8]));
        Assert.True(Glibc.NeededBy([.. program, .. "GLIBC_2.38\0"u8]) > Glibc.OfLambda);
    }
}
