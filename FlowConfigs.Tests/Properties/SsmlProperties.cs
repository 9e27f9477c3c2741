using System.Xml;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace FlowConfigs.Tests.Properties;

/// <summary>Any text can be judged, and what is taken as SSML is XML.</summary>
public sealed class SsmlProperties
{
    private static readonly string[] Pieces =
    [
        "<speak>", "</speak>", "<speak", "<SPEAK>", "<?xml version=\"1.0\"?>", "<?xml", "?>", "\uFEFF", "\u200B", " ", "<!--", "-->", "<break/>",
        "<break time=\"", "99999999999999999999s\"/>", "1s\"/>", "%\"/>", "<prosody rate=\"", "<prosody pitch=\"\">", "</prosody>", "+", "-",
        "<amazon:effect name=\"drc\">", "</amazon:effect>", "<amazon:breath/>", "<a:b xmlns:a=\"x\">", "xmlns:amazon=\"\"", ">", "<", "&amp;",
        "&", "<![CDATA[", "]]>", "<!DOCTYPE x>", "\0", "\uD83D", "😀", "Hello",
    ];

    private static readonly SharedSettings Settings = new();

    private static Arbitrary<string> Voice { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        Gen.Elements(Pieces).ListOf().Select(pieces => $"<speak>{string.Concat(pieces)}</speak>")).ToArbitrary();

    [Fact]
    public void Any_text_is_judged_and_what_is_taken_as_SSML_is_well_formed() => Prop.ForAll(Voice, voice =>
    {
        var problem = PromptRules.VoiceProblem(voice);
        _ = SpeechWarnings.VoiceWarning(voice, "en-US", Settings);
        _ = SpeechWarnings.ChatWarning(voice);
        var spoken = Ssml.ForSpeech(voice);
        Assert.Equal(spoken, Ssml.ForSpeech(spoken));
        if (problem is not null)
            return;
        Assert.Equal(Ssml.IsSsml(voice), Ssml.IsSsml(spoken));
        if (Ssml.IsSsml(voice))
            Assert.Equal("speak", Parsed(spoken).DocumentElement!.Name);
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2_000));

    // As a reader of XML has it that knows of Polly's prefix.
    private static XmlDocument Parsed(string ssml)
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("amazon", "urn:amazon");
        var document = new XmlDocument { XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(ssml), null, new XmlParserContext(null, names, null, XmlSpace.None));
        document.Load(reader);
        return document;
    }
}
