namespace FlowConfigs.Tests.Publishing;

/// <summary>ops failover and failback: calls, agents and sign-in change Regions.</summary>
[Nightly(Because.ItRunsOpsAgainAndAgain)]
public sealed class OpsFailoverTests : IDisposable
{
    private const string Group = "arn:aws:connect:us-east-1:111122223333:traffic-distribution-group/";
    private const string AtHome = "calls us-east-1 100\ncalls us-west-2 0\nagents us-east-1 100\nagents us-west-2 0\n";
    private const string Away = "calls us-west-2 100\ncalls us-east-1 0\nagents us-west-2 100\nagents us-east-1 0\n";

    private readonly OpsFolder folder = new OpsFolder().Installed()
        .Write("fake/groups", $"{Group}first\tDefault\tTrue\n{Group}second\tSales\tFalse\n")
        .Write("fake/shares-first", $"{AtHome}sign-in us-east-1 true\nsign-in us-west-2 false\n")
        .Write("fake/shares-second", AtHome);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Failover_moves_calls_and_agents_of_every_group_and_the_default_groups_sign_in()
    {
        var result = await folder.DoneAsync("failover", "--yes");
        Assert.Equal(
            [Update("us-west-2", "first", "us-west-2", "us-east-1", signIn: "false"), Update("us-west-2", "second", "us-west-2", "us-east-1")],
            Moves());
        Assert.Equal($"{Away}sign-in us-west-2 true\nsign-in us-east-1 false\n", folder.Read("fake/shares-first"));
        Assert.Equal(Away, folder.Read("fake/shares-second"));
        Assert.Contains("== Before\nDefault: calls us-east-1 100; calls us-west-2 0; agents us-east-1 100", result.Output);
        Assert.Contains("== After\nDefault: calls us-west-2 100; calls us-east-1 0; agents us-west-2 100", result.Output);
        Assert.Contains("https://flow-configs.example.com/?region=us-west-2", result.Output);
    }

    [Theory]
    [InlineData("failover", "us-east-1")]
    [InlineData("failback", "us-west-2")]
    public async Task Only_the_Region_that_takes_over_is_asked(string command, string other)
    {
        folder.Write("fake/shares-first", $"{(command == "failover" ? AtHome : Away)}sign-in {other} true\n");
        await folder.DoneAsync(command, "--yes");
        Assert.DoesNotContain(folder.Calls, call => call.StartsWith(other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failback_goes_in_steps_and_people_sign_in_to_both_Regions_until_the_last()
    {
        await folder.DoneAsync("failover", "--yes");
        await folder.DoneAsync("failback", "--percent", "10", "--yes");
        Assert.Equal(
            "calls us-east-1 10\ncalls us-west-2 90\nagents us-east-1 10\nagents us-west-2 90\nsign-in us-east-1 true\nsign-in us-west-2 true\n",
            folder.Read("fake/shares-first"));

        await folder.DoneAsync("failback", "--yes");
        Assert.Equal($"{AtHome}sign-in us-east-1 true\nsign-in us-west-2 false\n", folder.Read("fake/shares-first"));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await folder.DoneAsync("failover", "--yes");
        var moves = Moves().Count;
        var again = await folder.DoneAsync("failover", "--yes");
        Assert.Contains("Everything is as wanted; nothing was changed.", again.Output);
        Assert.Equal(moves, Moves().Count);
    }

    [Fact]
    public async Task A_group_that_AWS_does_not_move_is_named_the_others_move_and_a_second_run_moves_it()
    {
        folder.Answer("*update-traffic-distribution*/first*", "An error occurred (InternalServiceException)", exit: 254, once: true);
        var result = await folder.RunAsync("failover", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Not moved: Default. Fix the reason above, and run ops failover again.", result.Errors);
        Assert.Equal(Away, folder.Read("fake/shares-second"));

        await folder.DoneAsync("failover", "--yes");
        Assert.Equal(["first", "second", "first"], Moves().Select(move => move.Split(' ')[4].Split('/')[1]));
    }

    [Fact]
    public async Task A_change_that_AWS_accepts_and_does_not_show_is_no_success()
    {
        folder.Answer("*update-traffic-distribution*/second*", "");
        var result = await folder.RunAsync("failover", "--yes");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Not moved: Sales (AWS does not show the change yet).", result.Errors);
    }

    [Fact]
    public async Task Nothing_moves_without_a_yes()
    {
        var result = await folder.RunAsync("failover");
        Assert.Equal(1, result.Exit);
        Assert.Contains("Stopped; nothing more was changed.", result.Errors);
        Assert.Empty(Moves());
    }

    [Theory]
    [InlineData("failover")]
    [InlineData("failback", "--percent", "10")]
    public async Task A_dry_run_only_reads(params string[] arguments)
    {
        var result = await folder.DoneAsync([.. arguments, "--dry-run"]);
        Assert.Empty(Moves());
        Assert.Contains("calls us-east-1 100", result.Output);
    }

    [Theory]
    [InlineData("failover", 0)]
    [InlineData("failback", 1)]
    public async Task A_Region_that_does_not_answer_flows_stops_the_way_back_and_no_emergency(string command, int exit)
    {
        folder.Answer("* lambda invoke*", "Unhandled");
        var result = await folder.RunAsync(command, "--yes");
        Assert.Equal(exit, result.Exit);
        Assert.Contains("does not answer as it must", result.Errors);
        Assert.Equal(exit == 0, Moves().Count > 0);
    }

    [Theory]
    [InlineData("15", "--percent is \"15\". Give 10, 20 … 100")]
    [InlineData("0", "--percent is \"0\".")]
    [InlineData("110", "--percent is \"110\".")]
    public async Task A_share_is_in_tens(string percent, string message) => await RefusedAsync(message, "--percent", percent);

    [Fact]
    public async Task One_Region_has_none_to_change_to()
    {
        folder.Set("SECONDARY_REGION", "");
        await RefusedAsync("SECONDARY_REGION is empty in");
    }

    [Fact]
    public async Task An_instance_without_Global_Resiliency_is_said()
    {
        File.Delete(Path.Combine(folder.Root, "fake", "groups"));
        await RefusedAsync("in us-west-2 has no traffic distribution group");
    }

    [Fact]
    public async Task A_CLI_that_would_move_calls_without_agents_is_refused()
    {
        folder.Answer("*update-traffic-distribution --generate-cli-skeleton*", "{}");
        await RefusedAsync("is too old for ops failover: it moves calls without agents and sign-in.");
    }

    private async Task RefusedAsync(string message, params string[] options)
    {
        var result = await folder.RunAsync(["failover", "--yes", .. options]);
        Assert.Equal(1, result.Exit);
        Assert.Contains(message, result.Errors);
        Assert.True(!File.Exists(Path.Combine(folder.Root, "fake", "calls")) || Moves().Count == 0);
    }

    private List<string> Moves() => [.. folder.Calls.Where(call => call.Contains("update-traffic-distribution --id", StringComparison.Ordinal))];

    private static string Update(string region, string group, string to, string from, string? signIn = null)
    {
        var shares = $"Distributions=[{{Region={to},Percentage=100}},{{Region={from},Percentage=0}}]";
        return $"{region} connect update-traffic-distribution --id {Group}{group} --telephony-config {shares} --agent-config {shares}"
            + (signIn is null ? "" : $" --sign-in-config Distributions=[{{Region={to},Enabled=true}},{{Region={from},Enabled={signIn}}}]");
    }
}
