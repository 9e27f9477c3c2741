using System.Globalization;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect;

/// <summary>
/// Hours of operation have a time zone that Connect has, and spans that do not overlap. A span from 00:00 to 00:00 is a whole day.
/// https://docs.aws.amazon.com/connect/latest/adminguide/set-hours-operation.html
/// </summary>
internal static class HoursCheck
{
    public static IEnumerable<Fault> Faults(Hours hours, string path)
    {
        if (!ConnectZones.All.Contains(hours.TimeZone))
            yield return new($"{path}.timeZone", NoZone(hours.TimeZone));

        foreach (var fault in OfSpans(hours.Open, path))
            yield return fault;
        foreach (var (index, change) in hours.Overrides.Index())
        {
            foreach (var fault in OfOverride(change, hours.Overrides.Take(index), $"{path}.overrides[{index}] ({change.Name})"))
                yield return fault;
        }
    }

    private static IEnumerable<Fault> OfOverride(HoursOverride change, IEnumerable<HoursOverride> before, string path)
    {
        foreach (var (member, date) in new[] { ("from", change.From), ("until", change.Until) })
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                yield return new($"{path}.{member}", $"There is no day {date}. Write a date such as 2026-12-24.");
        }

        // Texts of this form compare as dates do.
        if (string.CompareOrdinal(change.From, change.Until) > 0)
            yield return new($"{path}.until", $"It ends on {change.Until}, before it begins on {change.From}. Write a later date.");
        if (before.Any(other => other.Name == change.Name))
            yield return new(path, $"\"{change.Name}\" stands there twice. Give one of them another name.");
        foreach (var fault in OfSpans(change.Open, path))
            yield return fault;
    }

    private static IEnumerable<Fault> OfSpans(IReadOnlyList<OpenSpan> open, string path)
    {
        foreach (var (index, span) in open.Index())
        {
            // Texts of this form compare as times do.
            if (span.To != "00:00" && string.CompareOrdinal(span.From, span.To) >= 0)
            {
                yield return new($"{path}.open[{index}]", $"It ends at {span.To}, before it begins at {span.From}. "
                    + "Hours past midnight are two spans, on two days.");
            }

            if (open.Take(index).Any(other => other.Day == span.Day && Overlap(other, span)))
                yield return new($"{path}.open[{index}]", $"It overlaps another span of {span.Day.Word()}. Make one of the two.");
        }
    }

    private static bool Overlap(OpenSpan one, OpenSpan other) =>
        string.CompareOrdinal(one.From, End(other)) < 0 && string.CompareOrdinal(other.From, End(one)) < 0;

    private static string End(OpenSpan span) => span.To == "00:00" ? "24:00" : span.To;

    private static string NoZone(string name) => ConnectZones.Meant(name) is { } meant
        ? $"Amazon Connect has no time zone \"{name}\". Write {meant}."
        : $"There is no time zone \"{name}\". " + (Fault.Near(name, ConnectZones.All) is { } near
            ? $"The nearest name is \"{near}\"."
            : "Write IANA's name of a place in it, such as America/New_York.");
}
