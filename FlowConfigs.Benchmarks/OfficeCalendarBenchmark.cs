using System.Globalization;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Calendars;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Benchmarks;

/// <summary>What officeCalendar reads and works out, beside a lookup as isListed makes it, in one run.</summary>
internal static class OfficeCalendarBenchmark
{
    private const int Rounds = 10;
    private const int Calls = 200;
    // An opening on each working day of two weeks, and a busy calendar: four a day.
    private static readonly int[] Sizes = [10, 60];

    private const double Slowest = 1.3;

    public static async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var dynamo = await DynamoDb.StartAsync(cancellationToken);
        var table = new DynamoTable(dynamo.Client, DynamoDb.Table);
        var (calendars, lists) = (new CalendarStore(table), new ListStore(table, TimeProvider.System));
        var now = TimeProvider.System.GetUtcNow();
        var (office, list) = (ConfigId.Parse("office-calendar"), ConfigId.Parse("few"));
        await lists.SaveAsync(list, 0, new() { Keys = KeyKind.Phone }, new("benchmark", null, Permit.Everything), cancellationToken);
        foreach (var events in Sizes)
            await CompareAsync(events);

        async Task CompareAsync(int events)
        {
            await calendars.SaveAsync(Calendar(office, now, events), cancellationToken);
            List<double[]> officeTimes = [];
            List<double[]> listTimes = [];
            // In turns, so that the noise of the machine is shared; the first round warms up.
            for (var round = 0; round <= Rounds; round++)
            {
                officeTimes.Add(await Measured.TimesAsync(Calls, AskAsync));
                listTimes.Add(await Measured.TimesAsync(Calls, () => lists.LookUpAsync(list, "+15551230000", cancellationToken)));
            }

            foreach (var percent in new[] { 50, 99 })
            {
                var ofOffice = report.Add($"answer, {events} events, p{percent}", "office-calendar", Of(officeTimes, percent), "ms");
                var ofList = report.Add($"answer, {events} events, p{percent}", "is-listed", Of(listTimes, percent), "ms");
                report.Compare($"answer, {events} events, p{percent}, office-calendar / is-listed", ofOffice, ofList, Slowest);
            }
        }

        async Task AskAsync()
        {
            var calendar = await calendars.GetAsync(office, cancellationToken) ?? throw new InvalidOperationException("The calendar is gone.");
            if (OfficeState.At(calendar, now) is not { OpenUntil: { } until })
                throw new InvalidOperationException("The office must be open.");
            SpokenTimes.Spoken(calendar.Local(until), calendar.Local(now), "en-US");
        }
    }

    private static OfficeCalendar Calendar(ConfigId id, DateTimeOffset now, int events)
    {
        var hours = 14 * 24 / events;
        var spans = Enumerable.Range(0, events)
            .Select(i => (From: now.AddHours((hours * i) - 1), Until: now.AddHours((hours * i) + 3))).ToList();
        return new()
        {
            Id = id,
            Rule = CalendarRule.OpenHours,
            Zone = "America/Chicago",
            From = now.AddDays(-1),
            Until = now.AddDays(14),
            ReadAt = now,
            FreshUntil = now.AddDays(1),
            GoodUntil = now.AddDays(1),
            Offsets = [new(now.AddDays(-1), -360)],
            Open = [.. spans.Select(span => new OpenSpan(span.From, span.Until))],
            Events =
            [
                .. spans.Select((span, i) => new OfficeEvent(
                    span.From, span.Until, OfficeEventKind.Opens, string.Create(CultureInfo.InvariantCulture, $"Opening {i}"))),
            ],
        };
    }

    private static IEnumerable<double> Of(List<double[]> rounds, int percent) => rounds.Skip(1).Select(times => times.Percentile(percent));
}
