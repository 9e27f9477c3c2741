using FlowConfigs.Vanity;
using FsCheck;
using FsCheck.Fluent;

namespace FlowConfigs.Tests.Vanity;

/// <summary>What holds for any number.</summary>
public class AnyNumberTests
{
    private static readonly VanitySearch Search = new(WordIndex.Load());

    private static readonly Gen<string> Number =
        from area in Gen.Choose(200, 999)
        from local in Gen.Choose(0, 9_999_999)
        select $"+1{area}{local:D7}";

    [Fact]
    public void Whoever_dials_the_letters_dials_the_number() => Holds((number, found) =>
        Assert.All(found, vanity => Assert.Equal(number, Dialled(vanity.Text))));

    [Fact]
    public void Every_answer_has_a_word_none_comes_twice_and_the_same_number_gets_the_same() => Holds((number, found) =>
    {
        Assert.All(found, vanity => Assert.Contains(vanity.Parts, part => part.IsWord && part.Text.Length >= VanitySearch.ShortestWord));
        Assert.Equal(found.Select(vanity => vanity.Text).Distinct(), found.Select(vanity => vanity.Text));
        Assert.Equal(found.Select(vanity => vanity.Text), Best(number).Select(vanity => vanity.Text));
        Assert.InRange(found.Count, 0, 5);
    });

    [Fact]
    public void The_index_is_small() => Assert.InRange(WordIndex.Load().Bytes, 1, 128 * 1024);

    private static IReadOnlyList<VanityNumber> Best(string number) => Search.Best(CallerNumber.Parse(number)!, BlockedWords.None, 5);

    private static void Holds(Action<string, IReadOnlyList<VanityNumber>> holds) =>
        Prop.ForAll(Number.ToArbitrary(), number => holds(number, Best(number))).QuickCheckThrowOnFailure();

    private static string Dialled(string text) =>
        "+" + string.Concat(text.Where(char.IsLetterOrDigit).Select(c => char.IsDigit(c) ? c : Keypad.KeyOf(char.ToLowerInvariant(c))));
}
