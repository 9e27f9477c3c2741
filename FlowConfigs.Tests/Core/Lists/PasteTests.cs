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
            "number 1,\n5551230000,Calls all day\n5551230001,New\n\n555-123-0001,New\n5551230001,Other\n5551230002,x,y,tomorrow");
        Assert.Equal(
            [
                (1, PasteOutcome.Refused), (2, PasteOutcome.Changed), (3, PasteOutcome.Added), (5, PasteOutcome.Repeated),
                (6, PasteOutcome.Refused), (7, PasteOutcome.Refused),
            ],
            lines.Select(line => (line.Draft.Line, line.Outcome)));
        Assert.Equal(
            ["line 1.key", "line 6.key", "line 7.expires"],
            lines.SelectMany(line => line.Problems).Select(problem => problem.Path));
        Assert.Contains("line 3", lines[4].Problems[0].Message);
    }

    private static IReadOnlyList<PasteLine> Plan(string csv) =>
        Paste.Plan(Phones, EntriesCsv.Read(csv), new Dictionary<string, ListEntry> { [Known.Key] = Known }, new BasicPhoneReader());
}
