using FlowConfigs.LocalHosting;
using FlowConfigs.LocalHosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class PipelineTests
{
    private readonly Pipeline pipeline = new();
    private readonly List<string> done = [];

    [Fact]
    public async Task A_step_runs_after_all_that_goes_before_it_and_each_once()
    {
        Add("write", dependsOn: "build", requiredBy: "publish");
        Add("build", dependsOn: new[] { "publish-prereq", "look" });
        Add("look");
        Add("check", dependsOn: "look", requiredBy: new[] { "publish" });
        Add("something-else");

        await RunAsync("publish");

        Assert.Equal(["look", "build", "write", "check"], done);
    }

    [Fact]
    public async Task One_step_runs_alone()
    {
        Add("write", requiredBy: "publish");
        Add("templates");
        await RunAsync("templates");
        Assert.Equal(["templates"], done);
    }

    [Fact]
    public async Task A_step_that_is_not_there_is_refused_with_those_that_are()
    {
        Add("templates");
        var problem = await Assert.ThrowsAsync<DistributedApplicationException>(() => RunAsync("deploy"));
        Assert.Equal("--step deploy is not known: there are publish, templates", problem.Message);
        Assert.Empty(done);
    }

    [Fact]
    public async Task A_step_that_waits_for_itself_is_refused()
    {
        Add("a", dependsOn: "b");
        Add("b", dependsOn: "a");
        await Assert.ThrowsAsync<DistributedApplicationException>(() => RunAsync("a"));
    }

    [Fact]
    public void Two_steps_of_one_name_are_refused()
    {
        Add("a");
        Assert.Throws<DistributedApplicationException>(() => Add("a"));
    }

    private void Add(string name, object? dependsOn = null, object? requiredBy = null) => pipeline.AddStep(
        name,
        _ =>
        {
            done.Add(name);
            return Task.CompletedTask;
        },
        dependsOn,
        requiredBy);

    private Task RunAsync(string step) => pipeline.RunAsync(
        step, new ServiceCollection().BuildServiceProvider(), NullLogger.Instance, TestContext.Current.CancellationToken);
}
