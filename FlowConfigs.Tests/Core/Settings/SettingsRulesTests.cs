using FlowConfigs.Core.Settings;

namespace FlowConfigs.Tests.Core.Settings;

public class SettingsRulesTests
{
    [Fact]
    public void The_defaults_are_English_and_Spanish_and_break_no_rule()
    {
        var settings = new SharedSettings();
        Assert.Equal([new("en-US", "Joanna"), new("es-US", "Lupe")], settings.Languages);
        Assert.Equal("en-US", settings.DefaultLanguage);
        Assert.Empty(SettingsRules.Problems(settings));
    }

    [Fact]
    public void A_voice_that_Polly_may_have_one_day_is_taken() =>
        Assert.Empty(SettingsRules.Problems(new() { Languages = [new("en-US", "Somebodynew")] }));

    [Theory]
    [InlineData("english language", "Joanna", "languages[1].tag")]
    [InlineData("EN-us", "Joanna", "languages[1].tag")]
    [InlineData("fr-CA", "", "languages[1].voice")]
    [InlineData("fr-CA", "Joanna; rm", "languages[1].voice")]
    [InlineData(null, "Joanna", "languages[1]")]
    [InlineData("fr-CA", null, "languages[1]")]
    public void A_language_that_is_wrong_or_there_twice_is_refused(string? tag, string? voice, string path) =>
        Assert.Equal(path, Assert.Single(SettingsRules.Problems(new() { Languages = [new("en-US", "Joanna"), new(tag!, voice!)] })).Path);

    [Fact]
    public void A_default_language_that_is_not_on_offer_is_refused() =>
        Assert.Equal("defaultLanguage", Assert.Single(SettingsRules.Problems(new() { DefaultLanguage = "fr-CA" })).Path);

    [Fact]
    public void Settings_without_a_language_are_refused() =>
        Assert.Equal(["languages", "defaultLanguage"], SettingsRules.Problems(new() { Languages = [] }).Select(problem => problem.Path));

    [Fact]
    public void Too_many_languages_are_counted_and_not_compared()
    {
        var languages = Enumerable.Repeat(new OfferedLanguage("en-US", "Joanna"), 30_000).ToList();
        Assert.Equal(["languages"], SettingsRules.Problems(new() { Languages = languages }).Select(problem => problem.Path));
    }

    [Theory]
    [InlineData(0, 72, 3000, "limits.longestChangeDays")]
    [InlineData(1831, 72, 3000, "limits.longestChangeDays")]
    [InlineData(366, -1, 3000, "limits.longestScenarioHours")]
    [InlineData(366, 8785, 3000, "limits.longestScenarioHours")]
    [InlineData(366, 72, 0, "limits.promptCharacters")]
    [InlineData(366, 72, 3001, "limits.promptCharacters")]
    public void A_limit_outside_what_AWS_allows_is_refused(int days, int hours, int characters, string path)
    {
        var limits = new SettingsLimits { LongestChangeDays = days, LongestScenarioHours = hours, PromptCharacters = characters };
        Assert.Equal(path, Assert.Single(SettingsRules.Problems(new() { Limits = limits })).Path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void Calls_are_kept_for_a_day_up_to_a_year(int days) => Assert.Equal(
        "limits.callDays",
        Assert.Single(SettingsRules.Problems(new() { Limits = SettingsLimits.Default with { CallDays = days } })).Path);

    [Fact]
    public void Settings_from_before_there_were_calls_keep_them_for_30_days()
    {
        var old = SettingsLimits.Default with { CallDays = null };
        Assert.Empty(SettingsRules.Problems(new() { Limits = old }));
        Assert.Empty(SharedSettings.Changes(new(), new() { Limits = old }));
    }

    [Fact]
    public void What_changes_is_said_field_by_field()
    {
        var after = new SharedSettings { Languages = [new("es-US", "Pedro"), new("en-US", "Joanna")] };
        Assert.Equal(
            [new("languages", "en-US, es-US", "es-US, en-US"), new("languages.es-US.voice", "Lupe", "Pedro")],
            SharedSettings.Changes(new(), after));
        Assert.Empty(SharedSettings.Changes(after, after));
    }
}
