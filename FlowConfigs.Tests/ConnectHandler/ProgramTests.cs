using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>The program as Lambda starts and ends it.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private HandlerProcess handler = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => handler = await HandlerProcess.WithoutProgramAsync();

    public ValueTask DisposeAsync() => handler.DisposeAsync();

    [Theory]
    [InlineData("noSuchHandler", "", "set it to getConfig")]
    [InlineData("getConfig", "61", "FLOWCONFIGS_CACHE_SECONDS is '61': set it to 0–60 seconds")]
    [InlineData("getConfig", "a minute", "FLOWCONFIGS_CACHE_SECONDS is 'a minute'")]
    public async Task What_it_cannot_start_with_is_reported_to_whoever_invokes_it(string name, string cache, string problem)
    {
        var program = handler.Start(name, environment: [("FLOWCONFIGS_CACHE_SECONDS", cache)]);
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(1, program.ExitCode);
        var (isError, answer) = await handler.InvokeAsync("{}");
        Assert.True(isError);
        Assert.Contains(problem, (string)JsonNode.Parse(answer)!["errorMessage"]!);
    }

    [Fact]
    public async Task It_ends_cleanly_when_Lambda_asks_it_to()
    {
        var program = handler.Start();
        await handler.ReadyAsync();
        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(0, program.ExitCode);
    }

    [Theory]
    [InlineData("getConfig")]
    [InlineData("isListed")]
    [InlineData("vanityNumbers")]
    [InlineData("officeCalendar")]
    [InlineData("sendMail")]
    public async Task No_function_that_a_caller_waits_for_loads_the_client_of_Microsoft_365(string name)
    {
        var program = handler.Start(
            name, environment: [("FLOWCONFIGS_TABLE", "none"), ("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9")]);
        await handler.ReadyAsync();
        await handler.InvokeAsync("{}");
        Assert.DoesNotContain("FlowConfigs.Microsoft365.dll", await File.ReadAllTextAsync($"/proc/{program.Id}/maps", Cancelled));
    }

    [Theory]
    [InlineData("getConfig", false)]
    [InlineData("isListed", false)]
    [InlineData("vanityNumbers", true)]
    public async Task Only_the_function_that_needs_the_word_index_loads_it(string name, bool isLoaded)
    {
        // Port 9 (discard) has no listener.
        var program = handler.Start(
            name, environment: [("FLOWCONFIGS_TABLE", "none"), ("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:9")]);
        await handler.ReadyAsync();
        await handler.InvokeAsync("{}");
        // What a process has loaded: https://man7.org/linux/man-pages/man5/proc_pid_maps.5.html
        var loaded = await File.ReadAllTextAsync($"/proc/{program.Id}/maps", Cancelled);
        Assert.Contains("FlowConfigs.Core.dll", loaded);
        Assert.Equal(isLoaded, loaded.Contains("FlowConfigs.Vanity.dll", StringComparison.Ordinal));
    }

    [Fact]
    public void It_needs_nothing_of_ASP_NET_Core()
    {
        var built = Path.ChangeExtension(Repository.Built("FlowConfigs.ConnectHandler"), null);
        Assert.DoesNotContain("Microsoft.AspNetCore", File.ReadAllText($"{built}.runtimeconfig.json"));
        var libraries = JsonNode.Parse(File.ReadAllText($"{built}.deps.json"))!["libraries"]!.AsObject().Select(library => library.Key);
        Assert.DoesNotContain(libraries, name =>
            name.StartsWith("OpenTelemetry.Instrumentation", StringComparison.Ordinal)
            || name.StartsWith("FlowConfigs.ServiceDefaults", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outside_Lambda_it_says_so_and_ends()
    {
        var program = handler.Start(inLambda: false);
        var output = program.StandardOutput.ReadToEndAsync(Cancelled);
        await program.WaitForExitAsync(Cancelled);
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("AWS_LAMBDA_RUNTIME_API", await output);
    }
}
