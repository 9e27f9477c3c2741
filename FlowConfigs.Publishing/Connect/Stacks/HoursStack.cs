using System.Globalization;
using Amazon.CDK.AWS.Connect;
using Constructs;
using FlowConfigs.Publishing.Connect.Model;

namespace FlowConfigs.Publishing.Connect.Stacks;

/// <summary>Hours of operation.</summary>
internal sealed class HoursStack : ComponentStack
{
    public HoursStack(Construct scope, ContactCenter center)
        : base(scope, center, "hours", "hours of operation")
    {
        foreach (var model in center.Hours)
        {
            var hours = new CfnHoursOfOperation(this, Make(Kind.Hours, model.Name), new CfnHoursOfOperationProps
            {
                InstanceArn = InstanceArn,
                Name = model.Name,
                Description = model.Description,
                TimeZone = model.TimeZone,
                Config = model.Open.Select(span => new CfnHoursOfOperation.HoursOfOperationConfigProperty
                {
                    Day = span.Day.Word(),
                    StartTime = Time(span.From),
                    EndTime = Time(span.To),
                }).ToArray(),
                Tags = Tagged(model.Tags),
            });
            // Newer than this CDK.
            if (model.Overrides.Count > 0)
                hours.AddPropertyOverride("HoursOfOperationOverrides", model.Overrides.Select(Override).ToArray());
            Publish(Kind.Hours, model.Name, hours.AttrHoursOfOperationArn);
        }
    }

    private static Dictionary<string, object> Override(HoursOverride model)
    {
        var properties = new Dictionary<string, object>
        {
            ["OverrideName"] = model.Name,
            ["EffectiveFrom"] = model.From,
            ["EffectiveTill"] = model.Until,
            ["OverrideConfig"] = model.Open.Select(span => new Dictionary<string, object>
            {
                ["Day"] = span.Day.Word(),
                ["StartTime"] = Clock(span.From),
                ["EndTime"] = Clock(span.To),
            }).ToArray(),
        };
        if (model.Description is { } description)
            properties["OverrideDescription"] = description;
        return properties;
    }

    private static Dictionary<string, object> Clock(string clock) =>
        new() { ["Hours"] = Time(clock).Hours, ["Minutes"] = Time(clock).Minutes };

    private static CfnHoursOfOperation.HoursOfOperationTimeSliceProperty Time(string clock)
    {
        var time = TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture);
        return new() { Hours = time.Hour, Minutes = time.Minute };
    }
}
