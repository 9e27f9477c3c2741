using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The script itself: its style, and that the AWS CLI knows what it calls.</summary>
public sealed partial class OpsScriptTests(TheSystem the) : IClassFixture<TheSystem>, IDisposable
{
    private readonly OpsFolder folder = new OpsFolder().Installed();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shellcheck_has_nothing_to_say()
    {
        var shellcheck = await Debian.ProgramAsync("/usr/bin/shellcheck", "shellcheck");
        foreach (var script in new[] { Path.Combine(folder.Root, "ops"), Repository.Path("FlowConfigs.Tests/Publishing/ops-fake-aws.sh") })
            Assert.Equal((0, ""), await RunAsync(shellcheck, "--external-sources", script));
    }

    [Nightly("The AWS CLI is asked for each call.")]
    [Fact]
    public async Task The_AWS_CLI_knows_every_call_and_every_option()
    {
        var aws = await OpsCli.FindAsync(OpsCli.Debians);
        foreach (var command in "install,upgrade --yes,validate,status --drift,backup,burndown --confirm dev".Split(','))
            await folder.RunAsync(command.Split(' '));
        folder.Installed();
        folder.WithInstance(replica: "us-west-2");
        folder.Write("fake/groups", "arn:group/first\tDefault\tTrue\n").Write("fake/shares-first", "calls us-east-1 100\n");
        await folder.RunAsync("failover", "--yes");
        await folder.RunAsync("connect", "deploy", "--yes");
        await folder.RunAsync("connect", "outputs");
        folder.WithDeployedExample();
        foreach (var command in "deploy --only user/admin --yes,state list,state show user/admin,state forget user/admin --yes".Split(','))
            await folder.RunAsync(["connect", .. command.Split(' '), "--alias", "example-full"]);
        await folder.RunAsync("restore", "--at", "2026-03-02T12:00:00Z", "--yes");

        var unknown = new List<string>();
        // "s3 cp" and the waiters have no skeleton; "lambda invoke" is called in the next test; "--version" is no call.
        var calls = folder.CallArguments.Select(call => call[1..])
            .Where(call => call.Length > 1 && call[0] != "s3" && call[1] is not ("wait" or "invoke") && !call.Contains("--generate-cli-skeleton"))
            .GroupBy(call => $"{call[0]} {call[1]}", call => call.Where(word => word.StartsWith("--", StringComparison.Ordinal)));
        foreach (var call in calls)
        {
            string[] skeletonOf = [.. call.Key.Split(' '), "--region", "us-east-1", "--generate-cli-skeleton", "input"];
            var (exit, skeleton) = await RunAsync(aws, skeletonOf);
            var known = exit == 0 ? JsonNode.Parse(skeleton)!.AsObject().Select(member => Option(member.Key)).ToList() : null;
            unknown.AddRange(known is null
                ? [call.Key]
                : call.SelectMany(options => options).Distinct().Where(option => !General.Contains(option))
                    .Where(option => !known.Contains(option) && !known.Contains($"--{option["--no-".Length..]}"))
                    .Select(option => $"{call.Key} {option}"));
        }

        // Debian's CLI is of 2023; burndown asks for a newer one before it begins.
        Assert.Empty(unknown.Except(
        [
            "verifiedpermissions list-policy-stores", "verifiedpermissions update-policy-store", "verifiedpermissions delete-policy-store",
            "dynamodb update-table --no-deletion-protection-enabled",
            // Then each number is associated again.
            "connect list-flow-associations",
            // failover asks for a newer one before it begins.
            "connect update-traffic-distribution --agent-config", "connect update-traffic-distribution --sign-in-config",
        ]));
    }

    [Nightly(Because.ItRunsOpsAgainAndAgain)]
    [Fact]
    public async Task What_validate_writes_is_a_config_that_getConfig_reads()
    {
        folder.Use(await OpsCli.FindAsync(OpsCli.Debians), table: "flow-configs");
        folder.Environment["AWS_ENDPOINT_URL_DYNAMODB"] = the.Running.Dynamo.Config.ServiceURL;
        folder.Environment["AWS_ENDPOINT_URL_LAMBDA"] = the.Running.Lambda.BaseAddress!.ToString();
        var result = await folder.DoneAsync("validate");
        Assert.Contains("getConfig in us-west-2 answers with it", result.Output);
        var left = await the.Running.Dynamo.ScanAsync(
            new("flow-configs")
            {
                FilterExpression = "begins_with(pk, :probe)",
                ExpressionAttributeValues = new() { [":probe"] = new("CONFIG#ops-validate") },
            },
            Cancelled);
        Assert.Equal(0, left.Count);
    }

    private static readonly string[] General = ["--query", "--output", "--max-items"];

    private static string Option(string member) => $"--{WordStart().Replace(member, "-").ToLowerInvariant()}";

    private static async Task<(int Exit, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        var output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, output);
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
