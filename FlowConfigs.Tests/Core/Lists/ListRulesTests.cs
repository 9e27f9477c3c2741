using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Tests.Core.Lists;

public class ListRulesTests
{
    private static readonly BasicPhoneReader Phones = new();

    private static readonly ListHead Words = new() { Keys = KeyKind.Text };

    [Trait("Rule", "R20")]
    [Theory]
    [InlineData("  VIP-17 ", "VIP-17")]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("a/b c+d~e%2F", "a/b c+d~e%2F")]
    [InlineData("más 💐", "más 💐")]
    [InlineData("..", "..")]
    public void A_text_key_is_kept_as_it_is_written(string written, string key) => Assert.Equal(key, EntryKey.Parse(Words, Phones, written));

    [Trait("Rule", "R20")]
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u2028b")]
    [InlineData("a\uD800b")]
    public void A_key_that_nobody_could_type_again_is_refused(string? written) =>
        Assert.False(EntryKey.TryParse(Words, Phones, written, out _, out _));

    [Trait("Rule", "R20")]
    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_key_has_at_most_128_characters(int length, bool fits) =>
        Assert.Equal(fits, EntryKey.TryParse(Words, Phones, new string('k', length), out _, out _));

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 2)]
    public void A_note_and_an_owner_have_at_most_200_characters(int length, int problems) => Assert.Equal(
        problems, ListRules.Problems(new ListEntry { Key = "k", Note = new('n', length), Owner = new('o', length) }).Count());

    [Fact]
    public void A_note_is_one_line() =>
        Assert.Equal("note", Assert.Single(ListRules.Problems(new ListEntry { Key = "k", Note = "a\r\nb" })).Path);

    [Trait("Rule", "R23")]
    [Fact]
    public void An_entry_is_listed_until_the_instant_that_it_names()
    {
        var entry = new ListEntry { Key = "k", Expires = A.Now };
        Assert.True(entry.IsListedAt(A.Now.AddTicks(-1)));
        Assert.False(entry.IsListedAt(A.Now));
        Assert.True(new ListEntry { Key = "k" }.IsListedAt(DateTimeOffset.MaxValue));
    }

    [Trait("Rule", "R23")]
    [Theory]
    [InlineData("2026-03-02T07:00:00-05:00", true)]
    [InlineData("2026-03-02T12:00Z", true)]
    [InlineData("2026-03-02T12:00:00.0000000Z", true)]
    [InlineData("2026-03-02", false)]
    [InlineData("2026-03-02T12:00:00", false)]
    [InlineData("3/2/2026 12:00", false)]
    [InlineData("2026-02-30T12:00Z", false)]
    [InlineData("99999-01-01T00:00Z", false)]
    public void An_instant_has_a_time_and_its_distance_from_UTC(string text, bool isInstant)
    {
        Assert.Equal(isInstant, ListRules.TryParseInstant(text, out var instant));
        if (isInstant)
            Assert.Equal((A.Now, TimeSpan.Zero), (instant, instant.Offset));
    }

    [Trait("Rule", "R23")]
    [Theory]
    [InlineData(1999)]
    [InlineData(2100)]
    [InlineData(9999)]
    public void An_expiry_that_can_only_be_a_slip_is_refused(int year)
    {
        var entry = new ListEntry { Key = "k", Expires = new(year, 6, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal("expires", Assert.Single(ListRules.Problems(entry)).Path);
    }

    [Fact]
    public void The_kind_of_keys_stays_and_only_phone_numbers_have_a_country()
    {
        var phones = new ListHead { Keys = KeyKind.Phone, Country = "US" };
        Assert.Empty(ListRules.Problems(phones, null));
        Assert.Equal("keys", Assert.Single(ListRules.Problems(Words, phones)).Path);
        Assert.Equal("country", Assert.Single(ListRules.Problems(Words with { Country = "US" }, null)).Path);
        Assert.Equal("country", Assert.Single(ListRules.Problems(phones with { Country = "us" }, null)).Path);
    }
}
