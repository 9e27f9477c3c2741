using FlowConfigs.Lambda;

namespace FlowConfigs.Tests.Lambda;

public sealed class TimeLimitsTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("2.5", 2.5)]
    [InlineData("20", 20)]
    public void A_factor_is_a_number_from_1_to_20(string? value, double expected) => Assert.Equal(expected, TimeLimits.Parse(value));

    [Theory]
    [InlineData("0.9")]
    [InlineData("21")]
    [InlineData("2,5s")]
    [InlineData("NaN")]
    [InlineData("long")]
    public void Any_other_factor_is_refused_with_the_variable_to_set(string value)
    {
        var error = Assert.Throws<InvalidOperationException>(() => TimeLimits.Parse(value));
        Assert.Equal($"FLOWCONFIGS_TIME_LIMIT_FACTOR is \"{value}\": set it to a number from 1 to 20, or remove it.", error.Message);
    }
}
