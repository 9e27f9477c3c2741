using System.Diagnostics;
using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Lambda.Telemetry;
using Microsoft.Extensions.Logging;

namespace FlowConfigs.ConnectHandler.Microsoft365;

/// <summary>
/// officeCalendar: a flow asks whether an office is open, until when, when it opens next and for what occasion. It reads one item of
/// the table: no caller ever waits for Microsoft.
/// </summary>
/// <remarks>
/// The office is the parameter <c>calendar</c>, a config's id; <c>at</c> asks about another time than now. An unknown office, data that
/// is too old and a time out of the two weeks are answers with <c>_found</c> = "false" and a <c>Reason</c>, so that the flow falls back
/// to Connect's own hours. A table that cannot be read is an error, so that the flow takes its Error branch.
/// </remarks>
internal sealed class OfficeOpen(CalendarStore calendars, TimeProvider time, ILogger logger)
{
    private const string DefaultOffice = "office-calendar";

    public async Task<byte[]> AnswerAsync(ConnectEvent connectEvent, CancellationToken cancellationToken)
    {
        var asked = Given(connectEvent, "calendar") ?? DefaultOffice;
        var language = Given(connectEvent, "lang") ?? connectEvent.Contact?.LanguageCode;
        var now = time.GetUtcNow();
        var at = Given(connectEvent, "at") is { } text ? Read(text) : now;
        var calendar = ConfigId.TryParse(asked, out var id, out _) ? await ReadAsync(id, cancellationToken) : null;
        if (calendar is null)
        {
            logger.UnknownCalendar(TelemetryId.Of(asked));
            return Answer(at is null ? "at-is-no-time" : "unknown-calendar", null, null, default, language);
        }

        var isStale = now >= calendar.FreshUntil;
        var state = now < calendar.GoodUntil && at is { } instant ? OfficeState.At(calendar, instant) : null;
        var reason = at is null ? "at-is-no-time"
            : now >= calendar.GoodUntil ? "data-too-old"
            : state?.Reason ?? "outside-two-weeks";
        if (isStale)
            logger.CalendarStale(TelemetryId.Of(asked), calendar.ReadAt);
        Activity.Current?.SetTag("flowconfigs.found", state is not null);
        Activity.Current?.SetTag("flowconfigs.stale", isStale);
        Activity.Current?.SetTag("flowconfigs.calendar.reason", reason);
        return Answer(reason, state, calendar, at ?? now, language, isStale);
    }

    // The same keys each time: a flow that reads one that is not there has nothing to say.
    private static byte[] Answer(
        string reason, OfficeState? state, OfficeCalendar? calendar, DateTimeOffset at, string? language, bool isStale = false)
    {
        var answer = new Dictionary<string, string>
        {
            [FlowAnswer.Found] = state is not null ? "true" : "false",
            ["_stale"] = isStale ? "true" : "false",
            ["Open"] = state is null ? "" : state.IsOpen ? "true" : "false",
        };
        Add("OpenUntil", state?.OpenUntil);
        Add("OpensAt", state?.OpensAt);
        answer["Event"] = state?.Event?.Subject ?? "";
        Add("EventEndsAt", state?.Event?.Until);
        answer["Reason"] = reason;
        return FlowAnswer.ToJson(answer);

        void Add(string key, DateTimeOffset? instant)
        {
            var local = instant is { } some ? calendar!.Local(some) : (DateTimeOffset?)null;
            answer[key] = SpokenTimes.Written(local);
            answer[$"{key}Spoken"] = local is null ? "" : SpokenTimes.Spoken(local, calendar!.Local(at), language);
        }
    }

    private static string? Given(ConnectEvent connectEvent, string name) => connectEvent.Parameter(name) ?? connectEvent.Direct(name);

    // A time without an offset is in UTC.
    private static DateTimeOffset? Read(string text) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private Task<OfficeCalendar?> ReadAsync(ConfigId id, CancellationToken cancellationToken) =>
        TableLimit.RunAsync(stop => calendars.GetAsync(id, stop), TableLimit.Default, time, cancellationToken);
}
