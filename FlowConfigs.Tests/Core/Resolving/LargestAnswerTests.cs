using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Core.Resolving;

public class LargestAnswerTests
{
    [Trait("Rule", "R10")]
    [Fact]
    public void The_largest_answer_is_that_of_the_longest_language_and_channel()
    {
        var prompt = A.Prompt("Welcome", ("en-US", "Hi")) with
        {
            Texts = new Dictionary<string, PromptText>
            {
                ["en-US"] = new() { Voice = new string('a', 100) },
                ["es-US"] = new() { Voice = "Hola", Chat = new string('á', 60) },
            },
        };
        var config = A.Config("a", A.Text("Note", "n")).With(prompt);

        var largest = LargestAnswer.Of([config], A.Now);

        Assert.Equal(("es-US", Channel.Chat), (largest.Language, largest.Channel));
        Assert.Equal(FlowAnswer.ToJson(FlowAnswer.Of(Resolver.Resolve(Chain.Of([config], A.Now), "es-US", Channel.Chat), isStale: true)).Length, largest.Bytes);
        Assert.Equal(["Welcome", "Note"], largest.LargestKeys);
    }

    [Trait("Rule", "R10")]
    [Theory]
    [InlineData(32_767, true)]
    [InlineData(32_768, false)]
    public void An_answer_fits_when_it_is_below_32_KB(int bytes, bool fits)
    {
        var frame = LargestAnswer.Of([A.Config("a", A.Text("Note"))], A.Now).Bytes;
        var config = A.Config("a", A.Text("Note", new string('n', bytes - frame)));
        Assert.Equal((bytes, fits), (LargestAnswer.Of([config], A.Now).Bytes, LargestAnswer.Of([config], A.Now).Fits));
    }
}
