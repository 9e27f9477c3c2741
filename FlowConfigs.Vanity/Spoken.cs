using System.Text;

namespace FlowConfigs.Vanity;

/// <summary>Vanity numbers as Amazon Polly speaks them (https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html).</summary>
public static class Spoken
{
    /// <summary>One SSML document: digits one by one, words as words, a pause after each number. Empty where there is no number.</summary>
    public static string Of(IReadOnlyCollection<VanityNumber> numbers)
    {
        if (numbers.Count == 0)
            return "";
        var ssml = new StringBuilder("<speak>");
        foreach (var number in numbers)
        {
            ssml.Append("<p>").Append(Digits(number.Area));
            foreach (var part in number.Parts)
                ssml.Append("<break strength=\"medium\"/>").Append(part.IsWord ? part.Text : Digits(part.Text));
            ssml.Append("</p><break time=\"700ms\"/>");
        }

        return ssml.Append("</speak>").ToString();
    }

    private static string Digits(string text) =>
        $"<say-as interpret-as=\"digits\">{string.Concat(text.Where(char.IsAsciiDigit))}</say-as>";
}
