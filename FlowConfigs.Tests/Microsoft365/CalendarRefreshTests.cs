using System.Text.Json.Nodes;
using FlowConfigs.ConnectHandler;
using FlowConfigs.ConnectHandler.Microsoft365;
using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;
using FlowConfigs.Microsoft365.Calendar;
using FlowConfigs.Microsoft365.Graph;
using FlowConfigs.Tests.Table;
using Microsoft.Extensions.Time.Testing;

namespace FlowConfigs.Tests.Microsoft365;

/// <summary>The calendar on its way from the emulator into the table, and from there to a flow.</summary>
public sealed class CalendarRefreshTests(OwnDynamoDb own) : IClassFixture<OwnDynamoDb>, IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider time = new(Offices.Utc("2026-12-01T12:00"));
    private readonly Lines log = new();

    private OwnTable table = null!;
    private EmulatedMicrosoft365 m365 = null!;
    private GraphClient graph = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        table = await OwnTable.CreateAsync(own.Client);
        m365 = await EmulatedMicrosoft365.StartAsync(EmulatedMicrosoft365.Event("Office open", "2026-12-01T09:00", "2026-12-01T17:00"));
        graph = m365.Graph();
    }

    public async ValueTask DisposeAsync()
    {
        await m365.DisposeAsync();
        await table.DisposeAsync();
    }

    [Fact]
    public async Task Change_of_the_calendar_is_in_the_next_answer_after_a_refresh()
    {
        await SaveOfficeAsync("office-calendar");
        Assert.Equal(1, (await RefreshAsync()).Refreshed);
        var open = await AskAsync("office-calendar");
        Assert.Equal(
            """{"_found":"true","_stale":"false","Open":"true","OpenUntil":"2026-12-01T11:00-06:00","OpenUntilSpoken":"11 AM","OpensAt":"","OpensAtSpoken":"","Event":"Office open","EventEndsAt":"2026-12-01T11:00-06:00","EventEndsAtSpoken":"11 AM","Reason":"open-event"}""",
            open.ToJsonString());
        await m365.WriteAsync([EmulatedMicrosoft365.Event("Office open", "2026-12-02T15:00", "2026-12-02T23:00")]);
        await RefreshAsync();
        var closed = await AskAsync("office-calendar");
        Assert.Equal(("false", "tomorrow at 9 AM", "no-open-event"), (Text(closed, "Open"), Text(closed, "OpensAtSpoken"), Text(closed, "Reason")));
        Assert.Equal(open.Select(value => value.Key), closed.Select(value => value.Key));
    }

    [Fact]
    public async Task Outage_makes_the_data_stale_and_a_long_one_makes_it_useless()
    {
        await SaveOfficeAsync("office-calendar", maxAgeHours: "2");
        await RefreshAsync();
        await m365.StopAsync();
        time.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("does not answer", Assert.Single((await RefreshAsync()).Problems));
        Assert.Equal("false", Text(await AskAsync("office-calendar"), "_stale"));
        time.Advance(TimeSpan.FromMinutes(1));
        var stale = await AskAsync("office-calendar");
        Assert.Equal(("true", "true", "true"), (Text(stale, "_found"), Text(stale, "_stale"), Text(stale, "Open")));
        time.Advance(TimeSpan.FromMinutes(105));
        var useless = await AskAsync("office-calendar");
        Assert.Equal(("false", "true", "", "data-too-old"), (Text(useless, "_found"), Text(useless, "_stale"), Text(useless, "Open"), Text(useless, "Reason")));
        Assert.Equal(TimeSpan.FromHours(2), (await RefreshAsync()).OldestAge);
    }

    [Fact]
    public async Task Only_the_Region_with_the_lease_reads_and_the_other_takes_over()
    {
        await SaveOfficeAsync("office-calendar");
        Assert.True((await RefreshAsync("us-east-1")).IsLeader);
        var other = await RefreshAsync("us-west-2");
        Assert.Equal((false, TimeSpan.Zero), (other.IsLeader, other.OldestAge));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await RefreshAsync("us-east-1")).IsLeader);
        Assert.False((await RefreshAsync("us-west-2")).IsLeader);
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.True((await RefreshAsync("us-west-2")).IsLeader);
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_leads()
    {
        var leases = Enumerable.Range(0, 8).Select(i => new Lease(table.Items, "one", $"holder-{i}", time)).ToList();
        var taken = await Task.WhenAll(leases.Select(lease => lease.TakeAsync(Interval, Cancelled)));
        var leader = Assert.Single(Enumerable.Range(0, 8), i => taken[i]);
        await leases[leader].ReleaseAsync(Cancelled);
        Assert.True(await leases[(leader + 1) % 8].TakeAsync(Interval, Cancelled));
    }

    [Fact]
    public async Task A_wrong_config_of_one_office_leaves_the_others_refreshed()
    {
        await SaveOfficeAsync("office-calendar");
        await SaveOverrideAsync("office-calendar/london", "CalendarTimeZone", "GMT Standard Time");
        await SaveOverrideAsync("office-calendar/austin", "CalendarId", "AAMkGone=");
        await UntilListedAsync(2);
        var outcome = await RefreshAsync();
        Assert.Equal(1, outcome.Refreshed);
        Assert.Contains(outcome.Problems, problem => problem.Contains("CalendarTimeZone of office-calendar/london", StringComparison.Ordinal));
        Assert.Contains(outcome.Problems, problem => problem.Contains("office-calendar/austin: The calendar does not exist", StringComparison.Ordinal));
        Assert.Equal("unknown-calendar", Text(await AskAsync("office-calendar/austin"), "Reason"));
    }

    [Fact]
    public async Task Private_subject_is_neither_answered_nor_logged()
    {
        await SaveOfficeAsync("office-calendar", rule: "Exceptions");
        var surgery = EmulatedMicrosoft365.Event("Surgery of Ann", "2026-12-01T09:00", "2026-12-01T17:00", "Closed");
        surgery["sensitivity"] = "private";
        await m365.WriteAsync([surgery]);
        await RefreshAsync();
        time.Advance(TimeSpan.FromMinutes(20));
        var answer = await AskAsync("office-calendar");
        Assert.Equal(("false", ""), (Text(answer, "Open"), Text(answer, "Event")));
        Assert.NotEmpty(log.Written);
        Assert.DoesNotContain(log.Written, line => line.Contains("Ann", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-01T08:59Z", "true", "false", "no-open-event")]
    [InlineData("2026-12-01T04:00:00-06:00", "true", "true", "open-event")]
    [InlineData("2027-01-01T00:00Z", "false", "", "outside-two-weeks")]
    [InlineData("noon", "false", "", "at-is-no-time")]
    public async Task Flow_can_ask_about_another_time(string at, string found, string open, string reason)
    {
        await SaveOfficeAsync("office-calendar");
        await RefreshAsync();
        var answer = await AskAsync("office-calendar", at);
        Assert.Equal((found, open, reason), (Text(answer, "_found"), Text(answer, "Open"), Text(answer, "Reason")));
    }

    [Theory]
    [InlineData("{}", "unknown-calendar")]
    [InlineData("""{"Details":{"Parameters":{"calendar":"no such office"}}}""", "unknown-calendar")]
    [InlineData("""{"calendar":"office-calendar/nowhere"}""", "unknown-calendar")]
    public async Task Unknown_office_is_an_answer(string payload, string reason) => Assert.Equal(reason, Text(await InvokeAsync(payload), "Reason"));

    [Fact]
    public async Task Calendar_of_a_config_that_is_gone_is_removed()
    {
        await SaveOfficeAsync("office-calendar");
        await RefreshAsync();
        var config = (await table.Store.GetAsync(ConfigId.Parse("office-calendar"), Cancelled))!;
        await table.Store.DeleteAsync(config, A.Author, Cancelled);
        await UntilAsync(async () => (await RefreshAsync()).Refreshed == 0 && await new CalendarStore(table.Items).GetAsync(config.Id, Cancelled) is null);
    }

    [Fact]
    public async Task Refresh_that_a_person_asks_for_reads_in_either_Region_and_not_again_at_once()
    {
        await SaveOfficeAsync("office-calendar");
        await RefreshAsync("us-east-1");
        await m365.WriteAsync([]);
        Assert.Equal(0, (await RefreshAsync("us-west-2", isAsked: true)).Refreshed);
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False((await RefreshAsync("us-west-2")).IsLeader);
        Assert.Equal(1, (await RefreshAsync("us-west-2", isAsked: true)).Refreshed);
        Assert.Equal("false", Text(await AskAsync("office-calendar"), "Open"));
    }

    private static string Text(JsonObject answer, string key) => (string)answer[key]!;

    private async Task<RefreshOutcome> RefreshAsync(string region = "us-east-1", bool isAsked = false) => await new CalendarRefresh(
        new(table.Store, "America/Chicago", time), new(table.Items), graph, new(table.Items, "calendar", region, time), Interval, time)
        .RunAsync(isAsked, Cancelled);

    private Task<JsonObject> AskAsync(string office, string? at = null) => InvokeAsync(new JsonObject
    {
        ["Details"] = new JsonObject { ["Parameters"] = new JsonObject { ["calendar"] = office, ["at"] = at, ["lang"] = "en-US" } },
    }.ToJsonString());

    private async Task<JsonObject> InvokeAsync(string payload)
    {
        var office = new OfficeOpen(new(table.Items), time, log);
        var connectEvent = Handlers.Read(new()
        {
            RequestId = "1",
            InvokedFunctionArn = "",
            Deadline = time.GetUtcNow(),
            Payload = System.Text.Encoding.UTF8.GetBytes(payload),
        });
        return JsonNode.Parse(await office.AnswerAsync(connectEvent, Cancelled))!.AsObject();
    }

    private Task SaveOfficeAsync(
        string id, string rule = "OpenHours", string zone = "", string calendar = "", string maxAgeHours = "12") => table.SaveAsync(new Config
        {
            Id = ConfigId.Parse(id),
            Variables =
            [
                Text("CalendarRule", rule), Text("CalendarTimeZone", zone), Text("CalendarId", calendar), Text("CalendarMaxAgeHours", maxAgeHours),
            ],
        });

    private Task SaveOverrideAsync(string id, string key, string value) =>
        table.SaveAsync(new Config { Id = ConfigId.Parse(id), Overrides = A.Values((key, value)) });

    private static Variable Text(string name, string value) => new() { Name = name, Kind = VariableKind.Text, Value = value };

    // The index follows a save within moments.
    private Task UntilListedAsync(int count) =>
        UntilAsync(async () => await table.Store.ListBelowAsync(ConfigId.Parse("office-calendar"), Cancelled).CountAsync(Cancelled) == count);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(50, Cancelled);
    }
}
