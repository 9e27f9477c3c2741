using System.Diagnostics;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Access;

/// <summary>Whatever cannot be decided is refused.</summary>
public sealed class ClosedOnFailureTests(TheSystem the) : IClassFixture<TheSystem>, IAsyncLifetime
{
    // A token for which nothing was decided before: decisions hold for a minute.
    private readonly ConfigsClient api = new(
        the.Running.ApiWithStoppedEngine, new ForgedTokens(the.Running.SignIn).Of("other@example.com", "flow-configs-admin", "/"));

    public async ValueTask InitializeAsync() => await the.Running.StopEngineAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "/api/me")]
    [InlineData("GET", "/api/configs")]
    [InlineData("GET", "/api/configs/BasicQueue")]
    [InlineData("PUT", "/api/configs/BasicQueue")]
    [InlineData("POST", "/api/configs/never-made")]
    [InlineData("DELETE", "/api/configs/BasicQueue")]
    public async Task Without_the_policy_engine_reads_and_changes_are_refused_with_503_in_time(string method, string path)
    {
        var clock = Stopwatch.StartNew();
        await api.Send(new(method), path, method is "PUT" or "POST" ? "{}" : null, "\"1\"").Refused(503, "Permissions can't be checked");
        // The requirement itself: 3 s.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Without_the_policy_engine_flows_are_answered()
    {
        var flow = await File.ReadAllTextAsync(
            Repository.Path("FlowConfigs.AppHost/requests/voice-en-US.json"), TestContext.Current.CancellationToken);
        Assert.Equal("true", (string)(await the.Running.InvokeAsync("get-config", flow))["_found"]!);
    }

    [Theory]
    [InlineData("so everyone could do everything", "Production")]
    [InlineData("so everyone could do everything", "Development", "AWS_EXECUTION_ENV=AWS_Lambda_provided")]
    [InlineData("FLOWCONFIGS_USER_POOL is 'http://pool.example.com/p'", "Production", "FLOWCONFIGS_USER_POOL=http://pool.example.com/p")]
    [InlineData("FLOWCONFIGS_USER_POOL_CLIENT is not set", "Production", "FLOWCONFIGS_USER_POOL=https://pool.example.com/p")]
    [InlineData("FLOWCONFIGS_POLICY_STORE is not set", "Development", "FLOWCONFIGS_USER_POOL=https://pool.example.com/p")]
    public async Task An_API_without_sign_in_does_not_start_outside_a_developers_machine(
        string problem, string environment, params string[] variables)
    {
        var program = Repository.Built("FlowConfigs.Api");
        var command = new ProcessCommand("dotnet", [program], Path.GetDirectoryName(program)!)
        {
            Environment = new Dictionary<string, string?>(variables.Select(v => KeyValuePair.Create(v.Split('=')[0], (string?)v.Split('=')[1])))
            {
                ["DOTNET_ENVIRONMENT"] = environment,
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["AWS_REGION"] = "us-east-1",
            },
        };
        var (exitCode, output) = await Programs.RunAsync(command, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(problem, output, StringComparison.Ordinal);
    }
}
