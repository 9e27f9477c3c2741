using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Tests.Core.Phones;

public class PhoneNumberTests
{
    private static readonly BasicPhoneReader Basic = new();

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+15551230000", null, "+15551230000")]
    [InlineData("00 1 (555) 123-0000", "GB", "+15551230000")]
    [InlineData("(555) 123-0000", "US", "+15551230000")]
    [InlineData("1 555 123 0000", "US", "+15551230000")]
    [InlineData("011 44 20 7946 0000", "US", "+442079460000")]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("442079460000", "GB", "+442079460000")]
    [InlineData("612 345 678", "ES", "+34612345678")]
    [InlineData("+52 1 55 1234 5678", "MX", "+525512345678")]
    public void The_plain_forms_are_read_without_the_library(string written, string? country, string e164)
    {
        Assert.True(Basic.TryRead(written, country, out var read, out _));
        Assert.Equal(e164, read);
    }

    [Trait("Rule", "R22")]
    [Theory]
    [InlineData("", "US")]
    [InlineData("5551230000", null)]
    [InlineData("435212345", "AT")]
    [InlineData("3906123456", "IT")]
    [InlineData("46123456", "SE")]
    [InlineData("8 912 345 67 89", "RU")] // Russia's 8 is the beginning of numbers too
    [InlineData("FLOWERS", "US")]
    public void What_digits_alone_do_not_settle_is_not_read_without_the_library(string written, string? country) =>
        Assert.False(Basic.TryRead(written, country, out _, out _));

    [Fact]
    public void The_functions_that_callers_wait_for_do_not_have_the_library() => Assert.All(
        Directory.EnumerateFiles(Repository.Path("FlowConfigs.ConnectHandler"), "packages*.lock.json"),
        file => Assert.DoesNotContain("libphonenumber", File.ReadAllText(file)));

    [Trait("Rule", "R21")]
    [Fact]
    public async Task The_web_app_offers_every_country()
    {
        var file = await File.ReadAllTextAsync(
            Repository.Path("FlowConfigs.Web/src/pages/lists/countries.ts"), TestContext.Current.CancellationToken);
        var regions = file.Split('`')[1].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(PhoneCountry.All.Select(country => country.Region), regions);
    }

    [Trait("Rule", "R21")]
    [Theory]
    // As reported in daddyz/phonelib#254.
    [InlineData("+525512345678", "+5215512345678")]
    [InlineData("+541123456789", "+5491123456789")]
    public void A_phone_that_has_two_numbers_is_one(string number, string other)
    {
        Assert.Equal(number, PhoneNumber.SamePhone(other));
        Assert.Equal(number, PhoneNumber.SamePhone(number));
        Assert.Equal((number, other), (PhoneNumber.OtherForm(other), PhoneNumber.OtherForm(number)));
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+15551230000")]
    [InlineData("+52155123456")]
    [InlineData("+5491123456")]
    [InlineData("+442079460000")]
    public void All_others_have_one(string number) =>
        Assert.Equal((number, null), (PhoneNumber.SamePhone(number), PhoneNumber.OtherForm(number)));

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("", "US", "")]
    [InlineData("+1555", "GB", "+1555")]
    [InlineData("(555) 12", "US", "+155512")]
    [InlineData("1555", "US", "+1555")]
    [InlineData("020 79", "GB", "+442079")]
    [InlineData("1555", null, "+1555")]
    [InlineData("+52 1 55", "MX", "+5255")]
    public void The_beginning_of_a_number_is_read_in_the_same_way(string written, string? country, string prefix) =>
        Assert.Equal(prefix, EntryKey.ParsePrefix(new() { Keys = KeyKind.Phone, Country = country }, written));
}
