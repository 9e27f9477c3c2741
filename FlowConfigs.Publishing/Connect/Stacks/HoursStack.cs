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
            Publish(Kind.Hours, model.Name, hours.AttrHoursOfOperationArn);
        }
    }

    private static CfnHoursOfOperation.HoursOfOperationTimeSliceProperty Time(string clock)
    {
        var time = TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture);
        return new() { Hours = time.Hour, Minutes = time.Minute };
    }
}
