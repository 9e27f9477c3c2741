using FlowConfigs.Core.Phones;

namespace FlowConfigs.Tests.Core.Phones;

public class WithheldCallerTests
{
    [Trait("Rule", "R24")]
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("+")]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("RESTRICTED")]
    [InlineData("unavailable")]
    [InlineData("private")]
    [InlineData("Private Number")]
    [InlineData("unknown")]
    [InlineData("withheld")]
    [InlineData("No Caller ID")]
    [InlineData("+266696687")] // ANONYMOUS on a keypad
    [InlineData("266696687")]
    [InlineData("tel:+266696687")]
    [InlineData("+7378742833")] // RESTRICTED
    [InlineData("+2562533")] // BLOCKED
    [InlineData("+8656696")] // UNKNOWN
    [InlineData("+86282452253")] // UNAVAILABLE
    [InlineData("+0000000000")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("\"Anonymous\" <sip:anonymous@anonymous.invalid>")]
    [InlineData("sip:restricted@10.0.0.1;user=phone")]
    [InlineData("sip:+266696687@example.com")]
    [InlineData("SIP:unavailable@unknown.invalid:5060")]
    [InlineData("sip:example.com")]
    public void Whoever_withholds_the_number_is_nobody(string? address) => Assert.True(WithheldCaller.Is(address));

    [Trait("Rule", "R24")]
    [Theory]
    [InlineData("+15551230000")]
    [InlineData("+26622123456")] // Lesotho's, whose code ANONYMOUS begins with
    [InlineData("+862824522531")]
    [InlineData("sip:ada@example.com")]
    [InlineData("sip:+15551230000@example.com")]
    [InlineData("ada")]
    [InlineData("911")]
    [InlineData("private-banking")]
    public void Whoever_does_not_is_somebody(string address) => Assert.False(WithheldCaller.Is(address));

    [Fact]
    public void A_long_address_costs_no_time() => Assert.False(WithheldCaller.Is(string.Concat(Enumerable.Repeat("callerid", 20_000)) + "!"));
}
