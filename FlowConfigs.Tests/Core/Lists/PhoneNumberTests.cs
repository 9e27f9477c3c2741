using FlowConfigs.Core.Lists;

namespace FlowConfigs.Tests.Core.Lists;

public class PhoneNumberTests
{
    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+15551230000", null, "+15551230000")]
    [InlineData(" +1 (555) 123-0000 ", null, "+15551230000")]
    [InlineData("+1.555.123.0000", null, "+15551230000")]
    [InlineData("+1\u00A0555\u2011123\u20110000", null, "+15551230000")] // a word processor's spaces and dashes
    [InlineData("\u202A+15551230000\u202C", null, "+15551230000")] // a copied address-book entry
    [InlineData("0044 20 7946 0000", null, "+442079460000")]
    [InlineData("011 44 20 7946 0000", "US", "+442079460000")]
    [InlineData("0011 44 20 7946 0000", "AU", "+442079460000")]
    [InlineData("(555) 123-0000", "US", "+15551230000")]
    [InlineData("1-555-123-0000", "CA", "+15551230000")]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("(020) 7946 0000", "GB", "+442079460000")]
    [InlineData("+44 (0)20 7946 0000", "US", "+442079460000")]
    [InlineData("442079460000", "GB", "+442079460000")] // a spreadsheet took the +
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("06 1234 5678", "IT", "+390612345678")] // Italy keeps its 0
    [InlineData("391 234 5678", "IT", "+393912345678")] // begins like the country's code, and is no shorter than a number
    [InlineData("612 345 678", "ES", "+34612345678")]
    [InlineData("+683 4000", null, "+6834000")] // the shortest there are
    [InlineData("+266696687", null, "+266696687")] // what some networks send for an anonymous caller
    public void A_phone_number_is_kept_as_E164_however_it_is_written(string written, string? country, string e164)
    {
        Assert.True(EntryKey.TryParse(Phones(country), written, out var key, out var problem), problem);
        Assert.Equal(e164, key);
        Assert.Equal(e164, EntryKey.Parse(Phones(country), key));
    }

    [Trait("Rule", "R22")]
    [Theory]
    [InlineData("", null, "needed")]
    [InlineData("+", null, "digits")]
    [InlineData("()", null, "needed")]
    [InlineData("555 123 0000", null, "country code")] // of which country?
    [InlineData("123 0000", "US", "area")] // of which area?
    [InlineData("2079460000", "GB", "begins with 0")] // London's number, or one without its area?
    [InlineData("+44 020 7946 0000", null, "Leave out the 0")]
    [InlineData("+39 (0)6 1234 5678", null, "in brackets")]
    [InlineData("+1 555 123", null, "does not have")]
    [InlineData("+15551230000123", null, "does not have")]
    [InlineData("+0123456789", null, "does not begin with 0")]
    [InlineData("+1234567890123456", null, "7–15")]
    [InlineData("+683 40", null, "7–15")]
    [InlineData("+1 555 123 0000 x12", null, "no extension")]
    [InlineData("1-800-FLOWERS", "US", "letters")]
    [InlineData("1.55512E+10", "US", "spreadsheet")]
    [InlineData("+1555123000０", null, "digits")] // a digit of another script
    [InlineData("anonymous", null, "digits")]
    [InlineData("sip:ada@example.com", null, "digits")]
    [InlineData("+1555\u200B1230000", null, "cannot be seen")]
    [InlineData("+1555\01230000", null, "cannot be seen")]
    public void What_can_be_read_in_two_ways_or_not_at_all_is_refused(string written, string? country, string why)
    {
        Assert.False(EntryKey.TryParse(Phones(country), written, out _, out var problem));
        Assert.Contains(why, problem);
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("", "US", "")]
    [InlineData("+1555", "GB", "+1555")]
    [InlineData("(555) 12", "US", "+155512")]
    [InlineData("1555", "US", "+1555")]
    [InlineData("020 79", "GB", "+442079")]
    [InlineData("1555", null, "+1555")]
    public void The_beginning_of_a_number_is_read_in_the_same_way(string written, string? country, string prefix) =>
        Assert.Equal(prefix, EntryKey.ParsePrefix(Phones(country), written));

    private static ListHead Phones(string? country) => new() { Keys = KeyKind.Phone, Country = country };
}
