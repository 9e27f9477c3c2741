using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

public class LanguagesTests
{
    [Trait("Rule", "R7")]
    [Theory]
    [InlineData("es-US", "es-US", LanguageMatch.Exact)]
    [InlineData("ES-us", "es-US", LanguageMatch.Exact)]
    [InlineData("es-MX", "es-ES", LanguageMatch.SameLanguage)]
    [InlineData("es", "es-ES", LanguageMatch.SameLanguage)]
    [InlineData("en-GB", "en-US", LanguageMatch.SameLanguage)]
    [InlineData("fr-FR", "en-US", LanguageMatch.Default)]
    [InlineData("not a language!", "en-US", LanguageMatch.Default)]
    [InlineData("-", "en-US", LanguageMatch.Default)]
    [InlineData("", "en-US", LanguageMatch.Default)]
    [InlineData(null, "en-US", LanguageMatch.Default)]
    public void The_nearest_language_is_chosen(string? asked, string chosen, LanguageMatch match) =>
        Assert.Equal((chosen, match), Languages.Choose(["es-US", "en-US", "es-ES"], asked, "en-US"));

    [Trait("Rule", "R7")]
    [Fact]
    public void The_default_may_itself_be_another_region() =>
        Assert.Equal(("en-US", LanguageMatch.Default), Languages.Choose(["es-US", "en-US"], "fr", "en-GB"));

    [Trait("Rule", "R7")]
    [Theory]
    [InlineData("de-DE")]
    [InlineData(null)]
    public void Without_a_default_that_is_there_the_first_is_chosen(string? defaultLanguage) =>
        Assert.Equal(("en-US", LanguageMatch.First), Languages.Choose(["es-US", "en-US"], "fr", defaultLanguage));

    [Trait("Rule", "R7")]
    [Fact]
    public void A_language_without_a_region_is_preferred_to_another_region() =>
        Assert.Equal("es", Languages.Choose(["es-US", "es"], "es-MX", null).Tag);
}
