using FlowConfigs.Lambda;
using FlowConfigs.Lambda.Aws;

namespace FlowConfigs.Tests.Lambda;

public sealed class TimeLimitsTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("2.5", 2.5)]
    [InlineData("20", 20)]
    public void A_factor_is_a_number_from_1_to_20(string? value, double expected)
    {
        Assert.True(TimeLimits.TryParse(value, out var factor));
        Assert.Equal(expected, factor);
        Assert.Null(TimeLimits.Problem(value));
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("21")]
    [InlineData("2,5s")]
    [InlineData("NaN")]
    [InlineData("long")]
    public void Any_other_factor_is_refused_at_the_start_with_the_remedy(string value)
    {
        var options = DynamoDbOptions.Read(name => name switch { "AWS_REGION" => "us-east-1", TimeLimits.Variable => value, _ => null });
        var error = Assert.Throws<InvalidOperationException>(options.Checked);
        Assert.Equal($"FLOWCONFIGS_TIME_LIMIT_FACTOR is '{value}': set it to a number from 1 to 20, or unset it.", error.Message);
    }
}
