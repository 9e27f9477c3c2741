using System.Globalization;

namespace FlowConfigs.Core.Calendars;

/// <summary>Times of an office's clock as texts: for a flow to compare, and for a caller to hear.</summary>
public static class SpokenTimes
{
    private static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] SpanishDays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] SpanishMonths =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ];

    /// <summary>A time with its offset, such as <c>2026-12-01T17:30-05:00</c>; empty for none.</summary>
    public static string Written(DateTimeOffset? local) =>
        local?.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>
    /// A time as a voice says it: with its day where that is another one than today, with its date from a week on. English and Spanish
    /// have words; every voice reads the figures of the other languages.
    /// </summary>
    /// <param name="local">The time by the office's clock; null gives an empty text.</param>
    /// <param name="now">The time at which it is said, by the same clock.</param>
    /// <param name="language">The language, such as en-US; null is English.</param>
    public static string Spoken(DateTimeOffset? local, DateTimeOffset now, string? language)
    {
        if (local is not { } at)
            return "";
        var days = (at.Date - now.Date).Days;
        return (language ?? "en").Split('-')[0].ToLowerInvariant() switch
        {
            "en" => English(at, days),
            "es" => Spanish(at, days),
            _ => at.ToString(days == 0 ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        };
    }

    private static string English(DateTimeOffset at, int days)
    {
        var time = (at.Hour, at.Minute) switch
        {
            (0, 0) => "midnight",
            (12, 0) => "noon",
            (_, 0) => at.ToString("h tt", CultureInfo.InvariantCulture),
            _ => at.ToString("h:mm tt", CultureInfo.InvariantCulture),
        };
        var day = EnglishDays[(int)at.DayOfWeek];
        return days switch
        {
            0 => time,
            1 => $"tomorrow at {time}",
            > 1 and < 7 => $"{day} at {time}",
            _ => $"{day}, {EnglishMonths[at.Month - 1]} {Digits(at.Day)} at {time}",
        };
    }

    private static string Spanish(DateTimeOffset at, int days)
    {
        var time = at.ToString("H:mm", CultureInfo.InvariantCulture);
        var day = SpanishDays[(int)at.DayOfWeek];
        return days switch
        {
            0 => time,
            1 => $"mañana a las {time}",
            > 1 and < 7 => $"el {day} a las {time}",
            _ => $"el {day} {Digits(at.Day)} de {SpanishMonths[at.Month - 1]} a las {time}",
        };
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
