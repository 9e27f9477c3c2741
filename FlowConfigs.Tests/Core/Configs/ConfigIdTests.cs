using FlowConfigs.Core;

namespace FlowConfigs.Tests.Core.Configs;

public class ConfigIdTests
{
    [Theory]
    [InlineData("BasicQueue")]
    [InlineData("field-office/austin")]
    [InlineData("+18005550100")]
    [InlineData("a/b/c/d")]
    [InlineData("v1.2_x")]
    public void Ids_of_letters_digits_and_four_signs_in_up_to_four_levels_are_valid(string text) =>
        Assert.Equal(text, ConfigId.Parse(text).Value);

    [Theory]
    [InlineData(null, "is needed")]
    [InlineData("", "is needed")]
    [InlineData("a b", "letters")]
    [InlineData("a~b", "letters")]
    [InlineData("a%2Fb", "letters")]
    [InlineData("a\nb", "letters")]
    [InlineData("fіeld", "letters")] // a Cyrillic і
    [InlineData("/a", "can't start or end with /")]
    [InlineData("a/", "can't start or end with /")]
    [InlineData("a//b", "can't start or end with /")]
    [InlineData("..", "dots")]
    [InlineData("a/../b", "dots")]
    [InlineData("a/b/c/d/e", "4 levels")]
    public void Any_other_id_is_refused_with_the_reason(string? text, string reason)
    {
        Assert.False(ConfigId.TryParse(text, out _, out var problem));
        Assert.Contains(reason, problem);
    }

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        Assert.True(ConfigId.TryParse(new string('a', 128), out _, out _));
        Assert.False(ConfigId.TryParse(new string('a', 129), out _, out _));
    }

    [Fact]
    public void Ids_differ_by_case() => Assert.NotEqual(ConfigId.Parse("basicqueue"), ConfigId.Parse("BasicQueue"));

    [Fact]
    public void The_path_of_an_id_is_itself_and_its_parents_nearest_first() =>
        Assert.Equal(["a/b/c", "a/b", "a"], ConfigId.Parse("a/b/c").Path.Select(id => id.Value));

    [Theory]
    [InlineData("field-office/austin", true)]
    [InlineData("field-office", false)]
    [InlineData("field-office-old/austin", false)]
    public void An_id_is_below_another_when_the_path_says_so(string id, bool below) =>
        Assert.Equal(below, ConfigId.Parse(id).IsBelow(ConfigId.Parse("field-office")));
}
