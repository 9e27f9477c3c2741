using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Tests.Core.Lists;

public class PasteTests
{
    private static readonly ListHead Phones = new() { Keys = KeyKind.Phone, Country = "US" };

    private static readonly ListEntry Known = new() { Key = "+15551230000", Note = "Threats", Owner = "ada", Expires = A.Now };

    [Trait("Rule", "R25")]
    [Fact]
    public void A_column_that_is_not_there_leaves_what_the_entry_has_and_an_empty_cell_empties_it()
    {
        Assert.Equal(PasteOutcome.Unchanged, Plan("(555) 123-0000")[0].Outcome);
        Assert.Equal(Known with { Note = "" }, Plan("key,note\n5551230000,")[0].After);
        Assert.Equal(Known with { Expires = null }, Plan("key,expires\n5551230000,")[0].After);
    }

    [Trait("Rule", "R25")]
    [Fact]
    public void Each_line_says_what_it_would_do()
    {
        var lines = Plan(
            "number 1,\n5551230000,Calls all day\n5551230001,New\n\n555-123-0001,New\n5551230003,One\n5551230003,Other\n5551230002,x,y,tomorrow");
        Assert.Equal(
            [
                (1, PasteOutcome.Refused), (2, PasteOutcome.Changed), (3, PasteOutcome.Added), (5, PasteOutcome.Repeated),
                (6, PasteOutcome.Refused), (7, PasteOutcome.Refused), (8, PasteOutcome.Refused),
            ],
            lines.Select(line => (line.Draft.Line, line.Outcome)));
        Assert.Equal(
            ["line 1, key", "line 6, key", "line 7, key", "line 8, expires"],
            lines.SelectMany(line => line.Problems).Select(problem => problem.Path));
        Assert.Contains("line 7", lines[4].Problems[0].Message);
        Assert.Contains("line 6", lines[5].Problems[0].Message);
    }

    [Trait("Rule", "R21")]
    [Theory]
    [InlineData("+5491123456789", "+541123456789")]
    [InlineData("+541123456789", "+5491123456789")]
    public void A_phone_with_two_numbers_is_one_entry_under_the_one_that_the_list_has(string stored, string pasted)
    {
        var entry = new ListEntry { Key = stored };
        var lines = Paste.Plan(
            Phones, EntriesCsv.Read($"{pasted},x\n{stored},x"), new Dictionary<string, ListEntry> { [stored] = entry }, new BasicPhoneReader());
        Assert.Equal([PasteOutcome.Changed, PasteOutcome.Repeated], lines.Select(line => line.Outcome));
        Assert.Equal(entry with { Note = "x" }, lines[0].After);
    }

    [Trait("Rule", "R24")]
    [Fact]
    public void What_networks_send_for_a_withheld_number_is_refused_and_an_entry_that_is_there_can_be_changed()
    {
        Assert.Contains("withheld", Assert.Single(Plan("key\n+266696687")[0].Problems).Message);
        var known = new Dictionary<string, ListEntry> { ["+266696687"] = new() { Key = "+266696687" } };
        Assert.Equal(PasteOutcome.Changed, Paste.Plan(Phones, EntriesCsv.Read("+266696687,x"), known, new BasicPhoneReader())[0].Outcome);
    }

    private static IReadOnlyList<PasteLine> Plan(string csv) =>
        Paste.Plan(Phones, EntriesCsv.Read(csv), new Dictionary<string, ListEntry> { [Known.Key] = Known }, new BasicPhoneReader());
}
