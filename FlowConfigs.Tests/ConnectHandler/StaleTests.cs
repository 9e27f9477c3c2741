using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using FlowConfigs.ConnectHandler;
using FlowConfigs.Tests.Table;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowConfigs.Tests.ConnectHandler;

/// <summary>What a flow gets while the table does not answer.</summary>
public sealed class StaleTests(TheSystem the, ITestOutputHelper output) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private readonly WallClock clock = new();
    private OwnTable table = null!;
    private FaultyTable door = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        table = await OwnTable.CreateAsync(the);
        door = await FaultyTable.StartAsync(new(the.Running.Dynamo.Config.ServiceURL));
    }

    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        await table.DisposeAsync();
    }

    [Trait("Rule", "R37")]
    [Theory]
    [InlineData(Fault.VerySlow)]
    [InlineData(Fault.Silent)]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.Garbage)]
    [InlineData(Fault.HalfAnAnswer)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.NoSuchTable)]
    [InlineData(Fault.AccessDenied)]
    public async Task A_config_that_was_read_before_is_answered_as_it_was_and_marked(Fault fault)
    {
        await table.SaveAsync(A.Config("office", A.Switch("Closure")), A.Config("office/austin").Overriding("Closure", "true"));
        using var handler = NewHandler();
        var fresh = await handler.AskAsync("office/austin");
        Assert.Null(fresh["_stale"]);

        door.Fault = fault;
        var started = Stopwatch.GetTimestamp();
        const int Calls = 20;
        for (var call = 0; call < Calls; call++)
        {
            var stale = await handler.AskAsync("office/austin");
            Assert.Equal(("true", "true", "true", "1"), (
                (string?)stale["_stale"], (string?)stale["Closure"], (string?)stale["_found"], (string?)stale["_version"]));
        }

        output.WriteLine($"{fault}: {Calls} of {Calls} answered, {Stopwatch.GetElapsedTime(started).TotalMilliseconds / Calls:0} ms each.");
        await Assert.ThrowsAnyAsync<Exception>(() => handler.AskAsync("office/never-asked"));

        door.Fault = Fault.None;
        var tries = 0;
        while ((await handler.AskAsync("office/austin"))["_stale"] is not null)
        {
            Assert.True(++tries < 100, "The table is there again, and it is not noticed.");
            await Task.Delay(50, Cancelled);
        }
    }

    [Fact]
    public async Task A_table_that_is_away_is_asked_again_a_few_times_a_second_however_many_call()
    {
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var handler = NewHandler();
        await handler.AskAsync("office");
        door.Fault = Fault.ServerError;
        var (started, asked) = (Stopwatch.GetTimestamp(), door.Asked);
        const int Calls = 300;
        for (var call = 0; call < Calls; call++)
            Assert.Equal("true", (string?)(await handler.AskAsync("office"))["_stale"]);
        // Two for the first call, and then one each 100 ms.
        Assert.InRange(door.Asked - asked, 2, 3 + (Stopwatch.GetElapsedTime(started).TotalMilliseconds / 100));
    }

    [Fact]
    public async Task A_table_that_takes_a_second_is_waited_for()
    {
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var handler = NewHandler();
        door.Fault = Fault.Slow;
        Assert.Equal("false", (string?)(await handler.AskAsync("office"))["Closure"]);
        Assert.Null((await handler.AskAsync("office"))["_stale"]);
    }

    [Theory]
    [InlineData(Fault.ServerError, 2)]
    [InlineData(Fault.Throttled, 2)]
    [InlineData(Fault.Silent, 2)]
    [InlineData(Fault.AccessDenied, 1)]
    public async Task The_table_is_asked_twice_at_most_and_once_when_that_is_as_good(Fault fault, int times)
    {
        using var handler = NewHandler();
        door.Fault = fault;
        await Assert.ThrowsAnyAsync<Exception>(() => handler.AskAsync("office"));
        Assert.Equal(times, door.Asked);
    }

    [Trait("Rule", "R37")]
    [Fact]
    public async Task Timed_changes_begin_and_end_on_time_while_the_table_is_away()
    {
        var config = A.Config("office", A.Switch("Closure"))
            .Changing(A.Change("Closure", "true", "2026-03-02T13:00Z", "2026-03-02T17:00Z"));
        await table.Store.SaveAsync(config, null, A.Author, Cancelled);
        using var handler = NewHandler();
        clock.Now = A.At("2026-03-02T12:59:59Z");
        Assert.Equal("false", (string?)(await handler.AskAsync("office"))["Closure"]);

        door.Fault = Fault.Reset;
        foreach (var (at, closure) in new[]
        {
            ("2026-03-02T13:00Z", "true"), ("2026-03-02T16:59:59Z", "true"), ("2026-03-02T17:00Z", "false"),
            // Clocks are set back and forth.
            ("2026-03-02T14:00Z", "true"), ("2025-01-01T00:00Z", "false"), ("2150-01-01T00:00Z", "false"),
        })
        {
            clock.Now = A.At(at);
            var answer = await handler.AskAsync("office");
            Assert.Equal(("true", closure), ((string?)answer["_stale"], (string?)answer["Closure"]));
        }
    }

    [Trait("Rule", "R37")]
    [Fact]
    public async Task What_was_deleted_is_not_remembered()
    {
        var config = A.Config("office", A.Switch("Closure"));
        await table.SaveAsync(config);
        using var handler = NewHandler();
        await handler.AskAsync("office");
        await table.Store.DeleteAsync((await table.Store.GetAsync(config.Id, Cancelled))!, A.Author, Cancelled);
        Assert.Equal("false", (string?)(await handler.AskAsync("office"))["_found"]);
        door.Fault = Fault.Reset;
        await Assert.ThrowsAnyAsync<Exception>(() => handler.AskAsync("office"));
    }

    [Fact]
    public async Task With_a_cache_the_table_is_asked_again_when_its_time_is_over_and_when_the_clock_was_set_back()
    {
        await table.SaveAsync(A.Config("office", A.Switch("Closure")));
        using var handler = NewHandler(TimeSpan.FromSeconds(10));
        foreach (var (seconds, asked) in new[] { (0, 1), (9, 1), (10, 2), (19, 2), (5, 3), (14, 3), (15, 4) })
        {
            clock.Now = A.Now.AddSeconds(seconds);
            Assert.Null((await handler.AskAsync("office"))["_stale"]);
            Assert.Equal(asked, door.Asked);
        }
    }

    private Handler NewHandler(TimeSpan cacheFor = default) => new(door.Url, table.Name, cacheFor, clock);

    // Only the wall clock is set: the timers of a FakeTimeProvider would stand still, and the reads' time limits with them.
    private sealed class WallClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = A.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Handler : IDisposable
    {
        private readonly TableBodies bodies;
        private readonly GetConfig getConfig;

        public Handler(string url, string table, TimeSpan cacheFor, TimeProvider time)
        {
            bodies = new(new() { EndpointUrl = url, Table = table }, () => new BasicAWSCredentials("local", "local"), TimeProvider.System);
            getConfig = new(new(new(bodies), cacheFor, time, NullLogger.Instance), time, NullLogger.Instance);
        }

        public async Task<JsonObject> AskAsync(string id)
        {
            var asked = new ConnectEvent { Details = new() { ContactData = new() { SystemEndpoint = new() { Address = id } } } };
            return JsonNode.Parse(await getConfig.AnswerAsync(asked, Cancelled))!.AsObject();
        }

        public void Dispose() => bodies.Dispose();
    }
}
