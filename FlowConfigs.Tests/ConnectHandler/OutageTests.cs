using System.Diagnostics;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;
using FlowConfigs.Tests.Publishing;
using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>The published program and the table are killed while calls come in.</summary>
[Nightly(Because.ItPublishes)]
[Collection(PublishCollection.Name)]
public sealed class OutageTests(Published published, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Table = "flow-configs";

    // The requirement's own figures.
    private const int CallsPerSecond = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    private readonly DynamoDbProcess dynamo = new();
    private HandlerProcess handler = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await dynamo.StartAsync(Cancelled);
        await FlowConfigsTable.EnsureAsync(dynamo.Client, Table, Cancelled);
        var store = new ConfigStore(new(dynamo.Client, Table), TimeProvider.System);
        await store.SaveAsync(A.Config("office", A.Switch("Closure")), null, A.Author, Cancelled);
        await store.SaveAsync(A.Config("office/austin").Overriding("Closure", "true"), null, A.Author, Cancelled);
        handler = await HandlerProcess.WithoutProgramAsync(published.ConnectHandler);
        await handler.StartAsync(dynamo.Url, Table);
    }

    public async ValueTask DisposeAsync()
    {
        await handler.DisposeAsync();
        await dynamo.DisposeAsync();
    }

    [Trait("Rule", "R37")]
    [Fact]
    public async Task No_call_is_dropped_while_the_table_is_killed_for_half_a_minute()
    {
        Assert.Null((await handler.AskAsync("office/austin"))["_stale"]);
        await dynamo.KillAsync();
        Assert.InRange(await AllAnswersAreStaleAsync(seconds: 30), TimeSpan.Zero, Longest);

        await dynamo.StartAsync(Cancelled);
        // The first reads of a DynamoDB Local that has just started take longer than callers are kept waiting.
        var tries = 0;
        while ((await handler.AskAsync("office/austin"))["_stale"] is not null)
        {
            Assert.True(++tries < 100, "The table is there again, and it is not noticed.");
            await Task.Delay(100, Cancelled);
        }
    }

    [Fact]
    public async Task A_program_that_is_killed_answers_again_once_Lambda_has_started_another()
    {
        const int Times = 5;
        for (var time = 0; time < Times; time++)
        {
            Assert.Equal("true", (string?)(await handler.AskAsync("office/austin"))["Closure"]);
            await handler.KillAsync();
            await handler.StartAsync(dynamo.Url, Table);
        }

        Assert.Equal("true", (string?)(await handler.AskAsync("office/austin"))["Closure"]);
    }

    // How long they wait says little: this is one instance, which a slow table keeps busy, and Lambda would start others.
    [Trait("Rule", "R37")]
    [Theory]
    [InlineData(Fault.VerySlow)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.HalfAnAnswer)]
    public async Task No_call_is_dropped_while_the_table_is_faulty(Fault fault)
    {
        await using var door = await FaultyTable.StartAsync(new(dynamo.Url));
        await handler.KillAsync();
        await handler.StartAsync(door.Url, Table);
        Assert.Null((await handler.AskAsync("office/austin"))["_stale"]);
        door.Fault = fault;
        await AllAnswersAreStaleAsync(seconds: 5);
    }

    private async Task<TimeSpan> AllAnswersAreStaleAsync(int seconds)
    {
        var calls = new List<Task<(TimeSpan Took, bool IsStale, string? Closure)>>();
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < CallsPerSecond * seconds; call++)
        {
            var due = TimeSpan.FromSeconds((double)call / CallsPerSecond);
            if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(early, Cancelled);
            calls.Add(CallAsync(start, due));
        }

        var answers = await Task.WhenAll(calls);
        var slowest = answers.Max(answer => answer.Took);
        output.WriteLine(
            $"{answers.Length} calls in {seconds} s: {answers.Count(answer => answer.IsStale)} answered stale, " +
            $"median {answers.Select(answer => answer.Took).Order().ElementAt(answers.Length / 2).TotalMilliseconds:0.0} ms, " +
            $"slowest {slowest.TotalMilliseconds:0} ms.");
        Assert.All(answers, answer => Assert.Equal((true, "true"), (answer.IsStale, answer.Closure)));
        return slowest;
    }

    // From when the call was due: a call that had to wait for its turn has waited.
    private async Task<(TimeSpan Took, bool IsStale, string? Closure)> CallAsync(long start, TimeSpan due)
    {
        var answer = await handler.AskAsync("office/austin");
        return (Stopwatch.GetElapsedTime(start) - due, (string?)answer["_stale"] == "true", (string?)answer["Closure"]);
    }
}
