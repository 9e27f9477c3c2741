using Aspire.Hosting;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>Programs that publish runs, such as npm.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task A_program_that_fails_is_told_with_what_it_said()
    {
        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => Command.RunAsync(
            "/", "bash", ["-c", "echo building; echo 'no such package' >&2; exit 3"], TestContext.Current.CancellationToken));
        Assert.Contains("failed with exit code 3:\nbuilding\nno such package", problem.Message);
    }

    [Fact]
    public void A_program_that_is_missing_is_told_with_its_remedy()
    {
        var problem = Assert.Throws<DistributedApplicationException>(() => Command.Require(("bash", ""), ("no-such-program", "install it")));
        Assert.Equal("no-such-program was not found, and publish needs it: install it", problem.Message);
    }
}
