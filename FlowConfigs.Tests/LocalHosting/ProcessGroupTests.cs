using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class ProcessGroupTests
{
    private readonly List<string> output = [];

    [Fact]
    public async Task Exit_code_is_the_commands_own()
    {
        var group = await StartAsync("exit 7");

        Assert.Equal(7, await group.Exited);
    }

    [Fact]
    public async Task Lines_of_both_streams_arrive_in_full()
    {
        var group = await StartAsync("for i in $(seq 1000); do echo line $i; done; echo wrong >&2; printf unfinished");

        await group.Exited;

        Assert.Equal(1002, output.Count);
        Assert.Contains("line 1000", output);
        Assert.Contains("error: wrong", output);
        Assert.Contains("unfinished", output);
    }

    [Fact]
    public async Task Command_gets_its_arguments_its_folder_and_its_variables()
    {
        var command = new ProcessCommand("bash", ["-c", "echo \"$PWD|$1|$GIVEN\"", "bash", "two words; $(no)"], "/usr")
        {
            Environment = new Dictionary<string, string> { ["GIVEN"] = "a value" },
        };
        var group = await ProcessGroup.StartAsync(command, Keep);

        await group.Exited;

        Assert.Equal(["/usr|two words; $(no)|a value"], output);
    }

    [Fact]
    public async Task What_a_command_leaves_behind_ends_with_it()
    {
        var group = await StartAsync("sleep 300 & echo $!; exit 0");

        await group.Exited;

        await Processes.GoneAsync(int.Parse(output[0]));
    }

    [Fact]
    public async Task Stop_ends_the_command_and_its_children()
    {
        var group = await StartAsync("sleep 300 & echo $!; wait");
        var child = int.Parse(await LineAsync());

        await group.StopAsync();

        Assert.Equal(128 + 15, await group.Exited);
        await Processes.GoneAsync(child, group.ProcessId!.Value);
    }

    [Fact]
    public async Task Stop_ends_a_command_that_ignores_TERM_after_the_grace_time()
    {
        var group = await StartAsync("trap '' TERM; echo ready; while true; do sleep 300; done", grace: 1);
        await LineAsync();

        await group.StopAsync();

        Assert.Equal(128 + 9, await group.Exited);
        await Processes.GoneAsync(group.ProcessId!.Value);
    }

    [Fact]
    public async Task Killing_the_guard_ends_the_group()
    {
        var group = await StartAsync("sleep 300 & echo $!; wait");
        var child = int.Parse(await LineAsync());

        Processes.Kill(group.GuardId);

        Assert.Equal(128 + 9, await group.Exited);
        await Processes.GoneAsync(child, group.ProcessId!.Value);
    }

    [Fact]
    public async Task Ctrl_C_that_reaches_the_guard_does_not_end_the_command()
    {
        var group = await StartAsync("sleep 0.5; echo still here");
        await Task.Delay(100, TestContext.Current.CancellationToken);

        Processes.Interrupt(group.GuardId);

        Assert.Equal(0, await group.Exited);
        Assert.Equal(["still here"], output);
    }

    [Fact]
    public async Task Program_that_does_not_exist_ends_with_127_and_says_so()
    {
        var group = await ProcessGroup.StartAsync(new ProcessCommand("no-such-program", [], "/"), Keep);

        Assert.Equal(127, await group.Exited);
        Assert.Contains("no-such-program", Assert.Single(output), StringComparison.Ordinal);
    }

    private Task<ProcessGroup> StartAsync(string script, int grace = 5) =>
        ProcessGroup.StartAsync(new ProcessCommand("bash", ["-c", script], "/") { Grace = grace }, Keep);

    private void Keep(bool isError, string line)
    {
        lock (output)
            output.Add(isError ? $"error: {line}" : line);
    }

    private async Task<string> LineAsync()
    {
        while (true)
        {
            lock (output)
            {
                if (output.Count > 0)
                    return output[0];
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
