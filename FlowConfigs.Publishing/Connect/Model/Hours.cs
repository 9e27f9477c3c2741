using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FlowConfigs.Publishing.Connect.Model;

internal sealed record Hours : INamed
{
    [Description("Name, unique among the hours")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description(INamed.KeyDescription)]
    [StringLength(127)]
    public string? Key { get; init; }

    [Description("What they are for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("IANA time zone, such as Europe/London")]
    public required string TimeZone { get; init; }

    [Description("Spans of time; a day without any is closed")]
    [MaxLength(100)]
    public IReadOnlyList<OpenSpan> Open { get; init; } = [];

    [Description("Days on which other spans apply, such as holidays")]
    [MaxLength(50)]
    public IReadOnlyList<HoursOverride> Overrides { get; init; } = [];

    [Description("Tags")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html</summary>
internal sealed record HoursOverride
{
    [Description("Name, unique among the overrides of these hours")]
    [StringLength(127)]
    public required string Name { get; init; }

    [Description("What it is for")]
    [StringLength(250)]
    public string? Description { get; init; }

    [Description("First date, such as 2026-12-24")]
    [RegularExpression(Date)]
    public required string From { get; init; }

    [Description("Last date")]
    [RegularExpression(Date)]
    public required string Until { get; init; }

    [Description("Spans of time that replace the usual ones; without any it is closed")]
    [MaxLength(100)]
    public IReadOnlyList<OpenSpan> Open { get; init; } = [];

    private const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
}

internal sealed record OpenSpan
{
    [Description("Day of the week")]
    public required Day Day { get; init; }

    [Description("Time of the clock, such as 09:00")]
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    public required string From { get; init; }

    [Description("Time of the clock, such as 17:00; 00:00 is the end of the day")]
    [RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    public required string To { get; init; }
}

internal enum Day
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}
