using FlowConfigs.Api.Phones;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;
using PhoneNumbers;

namespace FlowConfigs.Tests.Api.Phones;

public class PhoneReaderTests
{
    private static readonly PhoneReader Phones = new();

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+15551230000", null, "+15551230000")]
    [InlineData(" +1 (555) 123-0000 ", null, "+15551230000")]
    [InlineData("+1.555.123.0000", null, "+15551230000")]
    [InlineData("tel:+1-555-123-0000", null, "+15551230000")]
    [InlineData("+1\u00A0555\u2011123\u20110000", null, "+15551230000")] // a word processor's spaces and dashes
    [InlineData("\u202A+15551230000\u202C", null, "+15551230000")] // a copied address-book entry
    [InlineData("0044 20 7946 0000", null, "+442079460000")]
    [InlineData("0044 20 7946 0000", "US", "+442079460000")]
    [InlineData("011 44 20 7946 0000", "US", "+442079460000")]
    [InlineData("0011 44 20 7946 0000", "AU", "+442079460000")]
    [InlineData("(555) 123-0000", "US", "+15551230000")]
    [InlineData("1-555-123-0000", "CA", "+15551230000")]
    [InlineData("15551230000", "US", "+15551230000")]
    [InlineData("5551230000.0", "US", "+15551230000")] // a program made a number of it
    [InlineData("=\"+15551230000\"", "US", "+15551230000")] // a formula that keeps a spreadsheet from calculating
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("(020) 7946 0000", "GB", "+442079460000")]
    [InlineData("2079460000", "GB", "+442079460000")] // a spreadsheet took the 0, and no local number is as long
    [InlineData("442079460000", "GB", "+442079460000")] // a spreadsheet took the +
    [InlineData("+44 (0)20 7946 0000", "US", "+442079460000")]
    [InlineData("+44 020 7946 0000", null, "+442079460000")]
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("06 1234 5678", "IT", "+390612345678")] // Italy keeps its 0
    [InlineData("+39 (0)6 1234 5678", null, "+390612345678")]
    [InlineData("391 234 5678", "IT", "+393912345678")] // begins like the country's code, and only a mobile number is so long
    [InlineData("39061234567", "IT", "+39061234567")]
    [InlineData("612345678", "IT", "+390612345678")] // a spreadsheet took the 0 of Rome
    [InlineData("4930123456", "DE", "+4930123456")] // nothing in Germany begins with 04930
    [InlineData("0435212345", "AT", "+43435212345")]
    [InlineData("046-12 34 56", "SE", "+4646123456")]
    [InlineData("612 345 678", "ES", "+34612345678")]
    [InlineData("(11) 91234-5678", "BR", "+5511912345678")]
    [InlineData("011 91234-5678", "BR", "+5511912345678")]
    [InlineData("0 21 11 91234-5678", "BR", "+5511912345678")] // with the carrier
    [InlineData("98765 43210", "IN", "+919876543210")]
    [InlineData("098765 43210", "IN", "+919876543210")]
    [InlineData("91987 65432", "IN", "+919198765432")] // begins like the country's code
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("+52 1 55 1234 5678", "MX", "+525512345678")]
    [InlineData("044 55 1234 5678", "MX", "+525512345678")]
    [InlineData("5215512345678", "MX", "+525512345678")]
    [InlineData("525512345678", "MX", "+525512345678")]
    [InlineData("055 123 4567", "GE", "+995551234567")]
    [InlineData("0501234567", "AE", "+971501234567")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("+683 4000", null, "+6834000")] // the shortest there are
    [InlineData("+800 1234 5678", null, "+80012345678")] // of no country
    public void A_phone_number_is_kept_as_E164_however_it_is_written(string written, string? country, string e164)
    {
        Assert.True(EntryKey.TryParse(List(country), Phones, written, out var key, out var problem), problem);
        Assert.Equal(e164, key);
        Assert.Equal(e164, EntryKey.Parse(List(country), Phones, key));
    }

    [Trait("Rule", "R22")]
    [Theory]
    [InlineData("435212345", "AT", "+435212345", "0435212345")]
    [InlineData("3906123456", "IT", "+3906123456", "+393906123456")]
    [InlineData("46123456", "SE", "+46123456", "046123456")]
    [InlineData("2345678", "DE", "+492345678", "without its area")]
    public void What_can_be_read_in_two_ways_is_refused_with_both(string written, string country, string one, string other)
    {
        Assert.False(EntryKey.TryParse(List(country), Phones, written, out _, out var problem));
        Assert.Contains(one, problem);
        Assert.Contains(other, problem);
    }

    [Trait("Rule", "R22")]
    [Theory]
    [InlineData("", null, "needed")]
    [InlineData("+", null, "digits")]
    [InlineData("()", null, "needed")]
    [InlineData("555 123 0000", null, "country code")] // of which country?
    [InlineData("123 0000", "US", "area code, such as (201) 555-0123 or +12015550123")] // of which area?
    [InlineData("555 0000", "DE", "start with 0")]
    [InlineData("33142685300", "GB", "start with 0")] // France's, without its +
    [InlineData("+1 555 123", null, "never have")]
    [InlineData("+15551230000123", null, "never have")]
    [InlineData("+999 1234567", null, "No country")]
    [InlineData("+0123456789", null, "never starts with 0")]
    [InlineData("+1234567890123456", null, "7–15")]
    [InlineData("+683 40", null, "7–15")]
    [InlineData("+1 555 123 0000 x12", null, "no extension")]
    [InlineData("1-800-FLOWERS", "US", "letters")]
    [InlineData("1.55512E+10", "US", "spreadsheet")]
    [InlineData("+1555123000０", null, "digits")] // a digit of another script
    [InlineData("anonymous", null, "digits")]
    [InlineData("sip:ada@example.com", null, "digits")]
    [InlineData("+1555\u200B1230000", null, "invisible")]
    [InlineData("+1555\01230000", null, "invisible")]
    public void What_cannot_be_read_is_refused_with_the_remedy(string written, string? country, string why)
    {
        Assert.False(EntryKey.TryParse(List(country), Phones, written, out _, out var problem));
        Assert.Contains(why, problem);
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("12055550123", "+12055550123")]
    [InlineData("1-205-555-0123", "+12055550123")]
    [InlineData("442079460000", "+442079460000")]
    [InlineData("+1 (205) 555-0123", "+12055550123")]
    [InlineData("0012055550123", "+12055550123")]
    [InlineData("+12055550123", null)]
    [InlineData("BasicQueue", null)]
    [InlineData("2026", null)]
    [InlineData("1205555", null)]
    [InlineData("11111111111", null)]
    public void Digits_that_are_a_number_in_use_lack_their_plus(string written, string? number) =>
        Assert.Equal(number, PhoneReader.OtherwiseWritten(written));

    [Trait("Rule", "R21")]
    [Fact]
    public void Every_country_that_the_library_knows_can_be_a_lists_country()
    {
        var numbers = PhoneNumberUtil.GetInstance();
        Assert.Equal(numbers.GetSupportedRegions().Order(), PhoneCountry.All.Select(country => country.Region).Order());
        Assert.All(PhoneCountry.All, country => Assert.Equal($"{numbers.GetCountryCodeForRegion(country.Region)}", country.Code));
        Assert.All(PhoneCountry.All, country => Assert.Contains(
            country.Trunk, new[] { null, numbers.GetNddPrefixForRegion(country.Region, true) ?? "" }));
    }

    private static ListHead List(string? country) => new() { Keys = KeyKind.Phone, Country = country };
}
