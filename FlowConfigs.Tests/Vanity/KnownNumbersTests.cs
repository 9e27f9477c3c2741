using FlowConfigs.Vanity;

namespace FlowConfigs.Tests.Vanity;

/// <summary>Known numbers, and the words that are in them.</summary>
public sealed class KnownNumbersTests
{
    private static readonly VanitySearch Search = new(WordIndex.Load());

    /// <summary>An address as Connect sends it, and the three best; none where nothing is to be found, and never a failure.</summary>
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("+18003569377", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+1 (800) 356-9377", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+1.800.356.9377", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("tel:+18003569377", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+18003569377;ext=123", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+18003569377 x99", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+18003569377 ext. 7", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+18003569377,,42#", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+1800356937755", "1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS")]
    [InlineData("+18002255669", "1-800-BALL-NOW 1-800-CALL-NOW 1-800-225-KNOW")]
    [InlineData("+18004663569", "1-800-GONE-JOY 1-800-GONE-LOW 1-800-GOOD-JOY")]
    [InlineData("+18002665327", "1-800-BOOK-FAR 1-800-BOOK-EAR 1-800-COOK-FAR")]
    [InlineData("+12125552665", "1-212-555-BOOK 1-212-555-COOK 1-212-555-COOL")]
    [InlineData("+15125551234", "1-512-5551-BEG")]
    [InlineData("+14155552671", "1-415-55-JAMS-1 1-415-55-LAMP-1 1-415-55-JAM-71")]
    [InlineData("+18882274357", "1-888-BAR-HELP 1-888-CAR-HELP 1-888-CAP-HELP")]
    [InlineData("+13025467283", "1-302-546-RATE 1-302-546-SAVE 1-302-546-RAVE")]
    [InlineData("+12064687378", "1-206-GOT-REST 1-206-HOT-REST 1-206-HOUSES-8")]
    [InlineData("+19172666663", "1-917-BOOM-MOD 1-917-BOOM-ONE 1-917-CON-NONE")]
    [InlineData("+442072738255", "020-RARE-TALK 020-RARE-TALL 020-7-ARE-TALK")]
    [InlineData("+44 (0)20 7273 8255", "020-RARE-TALK 020-RARE-TALL 020-7-ARE-TALK")]
    [InlineData("+441212255669", "0121-BALL-NOW 0121-CALL-NOW 0121-225-KNOW")]
    [InlineData("+448082255669", "0808-BALL-NOW 0808-CALL-NOW 0808-225-KNOW")]
    [InlineData("+441204372646", "01204-37-COIN 01204-3-RANG-6 01204-3-SANG-6")]
    [InlineData("+44120437264", "01204-ERA-OH 01204-3-RANG 01204-3-SANG")]
    [InlineData("+442079460958", "020-SWIM-0958 020-7-WHO-0958 020-7-WIN-0958")]
    [InlineData("+33142685300", "+3314-COULD-00")]
    [InlineData("+4930227437", "+493-0-BASHES +493-02-ASHES +493-02-CRIES")]
    [InlineData("+15125550100", "")]
    [InlineData("+18001011010", "")]
    [InlineData("+16505551111", "")]
    [InlineData("+18002222222", "")]
    [InlineData("+19999999999", "")]
    [InlineData("+447700900123", "")]
    [InlineData("911", "")]
    [InlineData("+911", "")]
    [InlineData("+1555123", "")]
    [InlineData("+44207946", "")]
    [InlineData("anonymous", "")]
    [InlineData("sip:ada@example.com", "")]
    [InlineData("+1800FLOWERS", "")]
    [InlineData("+1800356937é", "")]
    [InlineData("+", "")]
    [InlineData("+00000000000", "")]
    [InlineData("+18003569377;ext=", "")]
    [InlineData("+999999999999999999999999999", "")]
    public void A_known_number_has_known_words(string? address, string expected) => Assert.Equal(expected, Best(address));

    [Fact]
    public void A_word_that_is_blocked_is_left_out_wherever_it_would_be_read()
    {
        Assert.Equal("1-800-FLOWERS 1-800-FLOW-ERR 1-800-3-LOWERS", Best("+18003569377"));
        Assert.Equal("1-800-FLOW-ERR 1-800-3-LOWERS 1-800-FLOWER-7", Best("+18003569377", "Flowers"));
        // It stands across two words too.
        Assert.Equal("1-800-3-LOWERS 1-800-3-LOWER-7 1-800-FLOW-377", Best("+18003569377", "Flowers", "FLOWER"));
    }

    [Theory]
    [InlineData("+18003569377", "<speak><p><say-as interpret-as=\"digits\">1800</say-as><break strength=\"medium\"/>flowers</p>"
        + "<break time=\"700ms\"/></speak>")]
    [InlineData("+12125552665", "<speak><p><say-as interpret-as=\"digits\">1212</say-as><break strength=\"medium\"/>"
        + "<say-as interpret-as=\"digits\">555</say-as><break strength=\"medium\"/>book</p><break time=\"700ms\"/></speak>")]
    public void Words_are_spoken_as_words_and_digits_one_by_one(string address, string ssml) =>
        Assert.Equal(ssml, Spoken.Of(Search.Best(CallerNumber.Parse(address)!, BlockedWords.None, 1)));

    [Fact]
    public void Nothing_is_spoken_where_there_is_nothing_to_say() => Assert.Equal("", Spoken.Of([]));

    private static string Best(string? address, params IReadOnlyList<string> blocked) =>
        CallerNumber.Parse(address) is { } number ? string.Join(' ', Search.Best(number, new(blocked), 3)) : "";
}
