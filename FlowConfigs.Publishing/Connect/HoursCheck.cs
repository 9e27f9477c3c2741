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

        foreach (var (index, span) in hours.Open.Index())
        {
            // Texts of this form compare as times do.
            if (span.To != "00:00" && string.CompareOrdinal(span.From, span.To) >= 0)
            {
                yield return new($"{path}.open[{index}]", $"It ends at {span.To}, before it begins at {span.From}. "
                    + "Hours past midnight are two spans, on two days.");
            }

            if (hours.Open.Take(index).Any(other => other.Day == span.Day && Overlap(other, span)))
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
