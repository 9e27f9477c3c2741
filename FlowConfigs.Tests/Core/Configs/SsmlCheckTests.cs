using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Core.Configs;

/// <summary>What Amazon Polly takes is taken, and what it refuses is refused with what to do instead.</summary>
public sealed class SsmlCheckTests
{
    [Trait("Rule", "R38")]
    [Theory]
    [InlineData("Please hold. <amazon:effect name=\"whispered\">Nearly there.</amazon:effect>")]
    [InlineData("<amazon:effect name=\"drc\">x</amazon:effect>")]
    [InlineData("<amazon:effect phonation=\"soft\">x</amazon:effect>")]
    [InlineData("<amazon:effect vocal-tract-length=\"+15%\">x</amazon:effect>")]
    [InlineData("<amazon:effect vocal-tract-length=\"110%\">x</amazon:effect>")]
    [InlineData("<amazon:domain name=\"news\">x</amazon:domain>")]
    [InlineData("<amazon:breath/> <amazon:breath duration=\"x-long\" volume=\"default\"/> x")]
    [InlineData("<amazon:auto-breaths volume=\"x-soft\" frequency=\"low\" duration=\"short\">x</amazon:auto-breaths>")]
    [InlineData("<prosody amazon:max-duration=\"2400ms\">x</prosody><prosody amazon:max-duration=\"2s\">x</prosody>")]
    [InlineData("<prosody volume=\"-6dB\" rate=\"85%\" pitch=\"+5%\">x</prosody><prosody volume=\"silent\" rate=\"x-fast\" pitch=\"default\">x</prosody>")]
    [InlineData("<prosody rate=\"-10%\">x</prosody><prosody rate=\"20%\">x</prosody><prosody rate=\"200%\">x</prosody>")]
    [InlineData("<break/><break time=\"10s\"/><break time=\"10000ms\"/><break time=\"0.5s\"/><break strength=\"x-strong\"/><break></break> x")]
    [InlineData("<emphasis>x</emphasis><emphasis level=\"strong\">x</emphasis><emphasis level=\"Reduced\">x</emphasis>")]
    [InlineData("<lang xml:lang=\"fr-FR\">Bonjour</lang><mark name=\"animal\"/><p><s>x</s></p>")]
    [InlineData("<phoneme alphabet=\"ipa\" ph=\"pɪˈkɑːn\">pecan</phoneme><phoneme alphabet='x-sampa' ph='pI\"kA:n'>pecan</phoneme>")]
    [InlineData("<phoneme alphabet=\"x-amazon-pron-kana\" ph=\"ヒロ'カズ\">浩一</phoneme>")]
    [InlineData("<say-as interpret-as=\"date\" format=\"mdy\">12-31-1900</say-as><say-as interpret-as=\"spell-out\">abc</say-as>")]
    [InlineData("<sub alias=\"Mercury\">Hg</sub><w role=\"amazon:VBD\">read</w><w role=\"amazon:SENSE_1\">bass</w>")]
    [InlineData("<sub alias=\"Mercury\"/>")]
    [InlineData("<!-- a note --><![CDATA[Tom & Jerry]]>")]
    public void What_Polly_documents_is_taken_and_its_prefix_needs_no_declaration(string inside)
    {
        Assert.Null(PromptRules.VoiceProblem($"<speak>{inside}</speak>"));
        Assert.Null(PromptRules.VoiceProblem($"<speak version=\"1.0\" xmlns:amazon=\"https://amazon.com/ssml\" xml:lang=\"en-US\">{inside}</speak>"));
    }

    [Trait("Rule", "R38")]
    [Theory]
    [InlineData("<speak><break time=\"1s\"/></speak>")]
    [InlineData("<speak/>")]
    [InlineData("<speak> \u200B&#xFEFF; </speak>")]
    [InlineData("<speak><p><s><!-- nothing --></s></p></speak>")]
    [InlineData("<speak><sub alias=\" \"></sub></speak>")]
    public void Nothing_to_speak_is_refused(string voice) =>
        Assert.Contains("Callers would hear nothing. Write words to speak between <speak> and </speak>.", PromptRules.VoiceProblem(voice));

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\u200B \u2060")]
    public void A_text_that_cannot_be_seen_is_no_text(string voice) =>
        Assert.Equal("A voice text is needed: it is what callers hear.", PromptRules.VoiceProblem(voice));

    [Trait("Rule", "R38")]
    [Theory]
    [InlineData("<break time=\"30s\"/>", "A pause can last at most 10 seconds; this one has 30s. Use two pauses.")]
    [InlineData("<break time=\"10001ms\"/>", "A pause can last at most 10 seconds; this one has 10001ms.")]
    [InlineData("<break time=\"10.5s\"/>", "A pause can last at most 10 seconds; this one has 10.5s.")]
    [InlineData("<break time=\"1\"/>", "Amazon Polly does not take time=\"1\" in <break>. Use a time of at most 10 seconds, such as 1s or 300ms.")]
    [InlineData("<break time=\"-1s\"/>", "does not take time=\"-1s\"")]
    [InlineData("<break time=\"99999999999999999999999999999s\"/>", "does not take time=")]
    [InlineData("<break strength=\"huge\"/>", "Use none, x-weak, weak, medium, strong, x-strong.")]
    [InlineData("<break length=\"1s\"/>", "The tag <break> has no attribute length. Remove it, or use strength, time.")]
    [InlineData("<break>now</break>", "The tag <break> cannot enclose text. Write <break/> and put the text after it.")]
    [InlineData("<blink>Bye</blink>", "Amazon Polly has no tag <blink>. Remove it, or use one of these: break, emphasis, lang, mark,")]
    [InlineData("<audio src=\"https://example.com/a.mp3\"/>", "Amazon Polly has no tag <audio>.")]
    [InlineData("<voice name=\"Amy\">x</voice>", "Amazon Polly has no tag <voice>.")]
    [InlineData("<mstts:express-as style=\"sad\">x</mstts:express-as>", "Amazon Polly has no tag <mstts:express-as>.")]
    [InlineData("<Break time=\"1s\"/>", "Amazon Polly has no tag <Break>.")]
    [InlineData("<speak>x</speak>", "<speak> encloses the whole text. Remove the second one.")]
    [InlineData("<p class=\"big\">x</p>", "The tag <p> takes no attributes. Remove class.")]
    [InlineData("<emphasis level=\"loud\">x</emphasis>", "Use strong, moderate, reduced.")]
    [InlineData("<prosody>x</prosody>", "The tag <prosody> needs an attribute. Use volume, rate, pitch, amazon:max-duration.")]
    [InlineData("<prosody volume=\"11\">x</prosody>", "does not take volume=\"11\"")]
    [InlineData("<prosody volume=\"6dB\">x</prosody>", "does not take volume=\"6dB\"")]
    [InlineData("<prosody rate=\"300%\">x</prosody>", "Use x-slow, slow, medium, fast, x-fast, or 20% to 200%.")]
    [InlineData("<prosody rate=\"19%\">x</prosody>", "does not take rate=\"19%\"")]
    [InlineData("<prosody rate=\"2\">x</prosody>", "does not take rate=\"2\"")]
    [InlineData("<prosody pitch=\"\">x</prosody>", "does not take pitch=\"\"")]
    [InlineData("<prosody pitch=\"10%\">x</prosody>", "does not take pitch=\"10%\"")]
    [InlineData("<prosody amazon:max-duration=\"fast\">x</prosody>", "does not take amazon:max-duration=\"fast\"")]
    [InlineData("<say-as>x</say-as>", "The tag <say-as> needs the attribute interpret-as.")]
    [InlineData("<say-as interpret-as=\"interjection\">x</say-as>", "does not take interpret-as=\"interjection\" in <say-as>. Use characters, spell-out,")]
    [InlineData("<phoneme alphabet=\"arpabet\" ph=\"x\">x</phoneme>", "does not take alphabet=\"arpabet\"")]
    [InlineData("<phoneme alphabet=\"ipa\">x</phoneme>", "The tag <phoneme> needs the attribute ph.")]
    [InlineData("<w role=\"verb\">x</w>", "does not take role=\"verb\" in <w>. Use amazon:VB,")]
    [InlineData("<w>x</w>", "The tag <w> needs the attribute role.")]
    [InlineData("<lang>x</lang>", "The tag <lang> needs the attribute xml:lang. Use a language tag such as fr-FR.")]
    [InlineData("<lang xml:lang=\"French!\">x</lang>", "does not take xml:lang=\"French!\"")]
    [InlineData("<mark/>", "The tag <mark> needs the attribute name.")]
    [InlineData("<sub>x</sub>", "The tag <sub> needs the attribute alias.")]
    [InlineData("<amazon:effect>x</amazon:effect>", "The tag <amazon:effect> needs an attribute. Use name, phonation, vocal-tract-length.")]
    [InlineData("<amazon:effect name=\"echo\">x</amazon:effect>", "does not take name=\"echo\" in <amazon:effect>. Use drc, whispered.")]
    [InlineData("<amazon:effect vocal-tract-length=\"big\">x</amazon:effect>", "does not take vocal-tract-length=\"big\"")]
    [InlineData("<amazon:domain name=\"music\">x</amazon:domain>", "does not take name=\"music\" in <amazon:domain>. Use news.")]
    [InlineData("<amazon:emotion name=\"excited\">x</amazon:emotion>", "Amazon Polly has no tag <amazon:emotion>.")]
    public void What_Polly_refuses_is_refused_with_what_to_do(string inside, string sentence) =>
        Assert.Contains(sentence, PromptRules.VoiceProblem($"<speak>Hello {inside}</speak>"));

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var problem = PromptRules.VoiceProblem("<speak>We are closed. <break time=\"30s\"/><blink>Bye</blink></speak>");
        Assert.Contains("A pause can last at most 10 seconds", problem);
        Assert.Contains("Amazon Polly has no tag <blink>", problem);
    }

    [Trait("Rule", "R38")]
    [Theory]
    [InlineData("<speak>Hello")]
    [InlineData("<speak>Tom & Jerry</speak>")]
    [InlineData("<SPEAK>Hello</SPEAK>")]
    [InlineData("<speak>Hello</speak> Goodbye")]
    [InlineData("<?xml version=\"1.0\"?>Hello")]
    public void What_is_not_well_formed_is_refused(string voice) =>
        Assert.StartsWith("Begins like SSML but is not well-formed, so callers would hear nothing:", PromptRules.VoiceProblem(voice));

    [Trait("Rule", "R38")]
    [Fact]
    public void A_text_that_was_saved_before_the_rule_stops_no_other_change()
    {
        var saved = A.Config("a").With(A.Prompt("P", ("en-US", "<speak><blink>Bye</blink></speak>"), ("es-US", "Hola")));
        var other = A.Config("a").With(A.Prompt("P", ("en-US", "<speak><blink>Bye</blink></speak>"), ("es-US", "Adiós")));
        var same = A.Config("a").With(A.Prompt("P", ("en-US", "<speak><blink>Bye!</blink></speak>"), ("es-US", "Hola")));
        Assert.Empty(Problems(other, saved));
        Assert.Equal(["prompts[0].texts.en-US.voice"], Problems(same, saved));
        Assert.Equal(["prompts[0].texts.en-US.voice"], Problems(other, null));
    }

    private static IEnumerable<string> Problems(Config config, Config? saved) =>
        ConfigRules.Problems(config, saved, [], new Dictionary<string, FlowConfigs.Core.ConfigId>(), A.Now).Select(problem => problem.Path);
}
