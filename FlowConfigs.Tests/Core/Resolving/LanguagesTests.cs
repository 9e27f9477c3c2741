using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

[Trait("Rule", "R7")]
public class LanguagesTests
{
    [Theory]
    [InlineData("es-US", "es-US", LanguageMatch.Exact)]
    [InlineData("ES-us", "es-US", LanguageMatch.Exact)]
    [InlineData("es-MX", "es-US", LanguageMatch.SameLanguage)]
    [InlineData("es-AD", "es-ES", LanguageMatch.SameLanguage)]
    [InlineData("es", "es-ES", LanguageMatch.SameLanguage)]
    [InlineData("en-GB", "en-US", LanguageMatch.SameLanguage)]
    [InlineData("fr-FR", "en-US", LanguageMatch.Default)]
    [InlineData("not a language!", "en-US", LanguageMatch.Default)]
    [InlineData("-", "en-US", LanguageMatch.Default)]
    [InlineData("_", "en-US", LanguageMatch.Default)]
    [InlineData("und", "en-US", LanguageMatch.Default)]
    [InlineData("", "en-US", LanguageMatch.Default)]
    [InlineData(" ", "en-US", LanguageMatch.Default)]
    [InlineData("\ud83d", "en-US", LanguageMatch.Default)]
    [InlineData(null, "en-US", LanguageMatch.Default)]
    public void The_nearest_language_is_chosen(string? asked, string chosen, LanguageMatch match) =>
        Assert.Equal((chosen, match), Languages.Choose(["es-US", "en-US", "es-ES"], asked, "en-US"));

    // Amazon Lex writes es_US (https://docs.aws.amazon.com/lexv2/latest/dg/how-languages.html), Polly arb and cmn-CN
    // (https://docs.aws.amazon.com/polly/latest/dg/available-voices.html), older systems no, iw, in and three letters.
    [Theory]
    // As reported in shoelace-style/localize#20.
    [InlineData("es_US", "es-US", LanguageMatch.Exact)]
    [InlineData("es_us.UTF-8", "es-US", LanguageMatch.Exact)]
    [InlineData(" es-US ", "es-US", LanguageMatch.Exact)]
    [InlineData("spa-US", "es-US", LanguageMatch.Exact)]
    [InlineData("es-840", "es-US", LanguageMatch.Exact)]
    [InlineData("es-Latn-US", "es-US", LanguageMatch.Exact)]
    [InlineData("es-US-u-ca-gregory-x-lex", "es-US", LanguageMatch.Exact)]
    [InlineData("cmn-CN", "zh-CN", LanguageMatch.Exact)]
    [InlineData("zh-cmn-Hans-CN", "zh-CN", LanguageMatch.Exact)]
    [InlineData("zho", "zh-CN", LanguageMatch.SameLanguage)]
    [InlineData("yue-CN", "zh-CN", LanguageMatch.NearLanguage)]
    // As reported in i18next/i18next#257.
    [InlineData("nb-NO", "no-NO", LanguageMatch.NearLanguage)]
    [InlineData("nn", "no-NO", LanguageMatch.NearLanguage)]
    [InlineData("no-bok", "no-NO", LanguageMatch.NearLanguage)]
    [InlineData("arb", "ar-AE", LanguageMatch.SameLanguage)]
    [InlineData("ar-arz-EG", "ar-AE", LanguageMatch.NearLanguage)]
    [InlineData("iw-IL", "he-IL", LanguageMatch.Exact)]
    [InlineData("in_ID", "id-ID", LanguageMatch.Exact)]
    [InlineData("en-UK", "en-GB", LanguageMatch.Exact)]
    [InlineData("tl", "fil-PH", LanguageMatch.SameLanguage)]
    [InlineData("ca-ES", "de-DE", LanguageMatch.Default)]
    public void A_language_is_found_by_any_of_its_names(string asked, string chosen, LanguageMatch match) => Assert.Equal(
        (chosen, match),
        Languages.Choose(
            ["de-DE", "es-US", "zh-CN", "no-NO", "ar-AE", "he-IL", "id-ID", "en-GB", "fil-PH"], asked, "de-DE"));

    [Theory]
    [InlineData("no", "nb-NO")]
    [InlineData("zh-CN", "cmn-CN")]
    [InlineData("he", "iw")]
    [InlineData("ar-EG", "arb")]
    public void A_text_is_found_by_any_of_its_languages_names(string asked, string tag) =>
        Assert.Equal(tag, Languages.Choose(["en-US", tag], asked, "en-US").Tag);

    [Theory]
    // As reported in mapbox/carmen#593 and, for Chinese, greasyfork-org/greasyfork#1223.
    [InlineData("sr-Latn", "sr-Latn-RS")]
    [InlineData("sr-Latn-BA", "sr-Latn-RS")]
    [InlineData("sh", "sr-Latn-RS")]
    [InlineData("sr-ME", "sr-Latn-RS")]
    [InlineData("sr", "sr-Cyrl-RS")]
    [InlineData("sr-RS", "sr-Cyrl-RS")]
    [InlineData("zh-Hant", "zh-TW")]
    [InlineData("zh-HK", "zh-TW")]
    [InlineData("zh-MO", "zh-TW")]
    [InlineData("zh-Hant-CN", "zh-TW")]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-SG", "zh-CN")]
    [InlineData("zh-Hans-TW", "zh-CN")]
    [InlineData("uz-Cyrl", "uz-Cyrl-UZ")]
    [InlineData("uz", "uz-UZ")]
    public void A_language_is_answered_in_its_script_where_there_is_one(string asked, string chosen) => Assert.Equal(
        chosen,
        Languages.Choose(["en-US", "sr-Cyrl-RS", "sr-Latn-RS", "uz-Cyrl-UZ", "uz-UZ", "zh-CN", "zh-TW"], asked, "en-US").Tag);

    [Theory]
    [InlineData("sr-Latn", "sr-Cyrl-RS")]
    [InlineData("zh-TW", "zh-CN")]
    public void Another_script_is_taken_before_another_language(string asked, string chosen) =>
        Assert.Equal((chosen, LanguageMatch.SameLanguage), Languages.Choose(["en-US", "hr-HR", "sr-Cyrl-RS", "zh-CN"], asked, "en-US"));

    [Theory]
    [InlineData("pt", "pt-BR")]
    [InlineData("pt-PT", "pt-PT")]
    [InlineData("pt_AO", "pt-PT")]
    [InlineData("pt-US", "pt-BR")]
    [InlineData("en", "en-US")]
    [InlineData("en-CA", "en-US")]
    [InlineData("en-AU", "en-GB")]
    [InlineData("en-ZA", "en-GB")]
    public void A_region_is_answered_by_its_neighbours(string asked, string chosen) =>
        Assert.Equal(chosen, Languages.Choose(["de-DE", "en-GB", "en-IN", "en-US", "pt-BR", "pt-PT"], asked, "de-DE").Tag);

    [Fact]
    public void The_default_language_is_chosen_like_any_other() =>
        Assert.Equal(("en-US", LanguageMatch.Default), Languages.Choose(["es-US", "en-US"], "fr", "en_GB"));

    [Theory]
    [InlineData("de")]
    [InlineData(null)]
    public void Without_even_the_default_language_the_first_is_taken(string? defaultLanguage) =>
        Assert.Equal(("en-US", LanguageMatch.First), Languages.Choose(["es-US", "en-US"], "fr", defaultLanguage));

    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("pt-PT", "pt")]
    public void A_language_without_a_region_comes_before_its_regions(string asked, string chosen) =>
        Assert.Equal(chosen, Languages.Choose(["es-US", "es", "pt-BR", "pt"], asked, null).Tag);
}
