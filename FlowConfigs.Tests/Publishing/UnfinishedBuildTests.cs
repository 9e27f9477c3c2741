using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>A killed build leaves nothing that the next one would ship.</summary>
public sealed class UnfinishedBuildTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("flow-configs-build-").FullName;

    private string Program => Path.Combine(folder, "bootstrap");

    private string Mark => Path.Combine(folder, "unfinished");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_a_finished_build_wrote_is_kept()
    {
        var build = new UnfinishedBuild(folder);
        File.WriteAllText(Program, "whole");
        build.Finish();
        _ = new UnfinishedBuild(folder);
        Assert.Equal("whole", File.ReadAllText(Program));
    }

    [Theory]
    [InlineData("")] // killed before it wrote its number
    [InlineData("4194305")] // above Linux's largest process id, so no process has it
    public void What_a_killed_build_left_is_deleted(string writer)
    {
        File.WriteAllText(Program, "ha");
        File.WriteAllText(Mark, writer);
        _ = new UnfinishedBuild(folder);
        Assert.False(File.Exists(Program));
    }

    [Fact]
    public void What_another_build_is_writing_is_left_alone()
    {
        using var other = Process.Start("sleep", "60");
        File.WriteAllText(Program, "in the making");
        File.WriteAllText(Mark, other.Id.ToString(CultureInfo.InvariantCulture));
        _ = new UnfinishedBuild(folder);
        other.Kill();
        Assert.True(File.Exists(Program));
    }
}
