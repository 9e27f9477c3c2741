using CsvHelper;
using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Phones;

namespace FlowConfigs.Tests.Core.Lists;

public class EntriesCsvTests
{
    [Trait("Rule", "R26")]
    [Theory]
    [InlineData("+15551230000\n+15551230001\n")]
    [InlineData("+15551230000\r\n+15551230001")]
    [InlineData("key\n'+15551230000\n'+15551230001")]
    [InlineData("\uFEFFKey,Note,Owner,Expires\r\n'+15551230000,,,\r\n,,,\r\n'+15551230001,,,")]
    [InlineData("note;key\nThreats;+15551230000\nNo; +15551230001")]
    [InlineData("+15551230000\tThreats, and worse\tada\n+15551230001\t\tada")]
    [InlineData("sep=;\n+15551230000;Threats, and worse\n+15551230001;no, really")]
    public void Keys_are_read_however_a_spreadsheet_writes_them(string csv) =>
        Assert.Equal(["+15551230000", "+15551230001"], EntriesCsv.Read(csv).Select(draft => draft.Key!.Trim()));

    [Fact]
    public void A_draft_knows_its_line_in_the_file() =>
        Assert.Equal([2, 5], EntriesCsv.Read("key,note\na,\"x\ny\"\n\nb,z").Select(draft => draft.Line));

    [Theory]
    [InlineData("key,note\na,\"b", "line 2", "quotes")]
    [InlineData("key,note\na,b\"c\"", "line 2", "quotes")]
    public void What_is_no_such_CSV_is_refused_with_its_line(string csv, string path, string message)
    {
        var problem = Assert.Single(Assert.Throws<InvalidConfigException>(() => EntriesCsv.Read(csv)).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message);
    }

    [Trait("Rule", "R25")]
    [Theory]
    [InlineData("key,note,,\r\n+15125550100,a,,\r\n")]
    [InlineData("key;note;;\n;;;\n+15125550100;a;;")]
    [InlineData("sep=;\nPhone;Comment\n+15125550100;a")]
    [InlineData("Telefonnummer\tNotiz\n+15125550100\ta")]
    [InlineData("Remarque;Numéro de téléphone\na;+15125550100")]
    [InlineData("NÚMERO,,nota\n+15125550100,,a")]
    [InlineData("номер;примечание\n+15125550100;a")]
    public void Columns_are_known_by_their_usual_names_and_empty_ones_are_passed_over(string csv)
    {
        var draft = Assert.Single(EntriesCsv.Read(csv));
        Assert.Equal(("+15125550100", "a", null), (draft.Key, draft.Note, draft.Problem));
    }

    [Trait("Rule", "R25")]
    [Theory]
    [InlineData("key,department\n+15125550100,b", "key", null)]
    [InlineData("Key,Phone\na,b", null, null)] // twice
    [InlineData("Who,Where\n+15125550100,b", null, null)]
    public void Columns_that_are_not_known_are_asked_for(string csv, string? first, string? second)
    {
        var asked = Assert.Throws<UnknownColumnsException>(() => EntriesCsv.Read(csv));
        Assert.Equal([first, second], asked.Columns.Select(column => column.Field));
        Assert.Contains("is not known", asked.Message);
        Assert.Equal(["b"], EntriesCsv.Read(csv, columns: EntryColumns.Parse("note,key")).Select(draft => draft.Key));
        Assert.Equal([null], EntriesCsv.Read(csv, columns: EntryColumns.Parse("-,key")).Select(draft => draft.Note));
    }

    [Trait("Rule", "R25")]
    [Fact]
    public void A_word_in_a_list_of_texts_is_a_key()
    {
        Assert.Equal(["Phone", "ABC"], EntriesCsv.Read("Phone\nABC", KeyKind.Text).Select(draft => draft.Key));
        Assert.Equal(["ABC"], EntriesCsv.Read("Number,Note\nABC,x", KeyKind.Text).Select(draft => draft.Key));
        Assert.Equal(["Number", "ABC"], EntriesCsv.Read("Number,Note\nABC,x", KeyKind.Text, hasHeader: false).Select(draft => draft.Key));
    }

    [Trait("Rule", "R25")]
    [Fact]
    public void A_line_with_too_many_cells_keeps_no_other_from_being_read() =>
        Assert.Equal([true, false], EntriesCsv.Read("key,note\na,b,c\nb,c").Select(draft => draft.Problem is not null));

    [Trait("Rule", "R25")]
    [Theory]
    [InlineData("note")]
    [InlineData("key,key")]
    [InlineData("key,phone")]
    public void Columns_are_fields_with_one_key(string columns) =>
        Assert.Equal("columns", Assert.Single(Assert.Throws<InvalidConfigException>(() => EntryColumns.Parse(columns)).Problems).Path);

    [Fact]
    public void More_than_5000_entries_are_refused() => Assert.Throws<InvalidConfigException>(
        () => EntriesCsv.Read(string.Join('\n', Enumerable.Range(0, Paste.MaxEntries + 1))));

    [Trait("Rule", "R26")]
    [Fact]
    public void What_is_exported_is_imported_as_it_was()
    {
        string[] texts =
        [
            "", "=1+1", "+1", "-1", "@x", "'", "''twas", "\"", "a,b", "a;b;c", "\"=x\"", "key", "1e5", "more  words", "más 💐", "|", "#",
        ];
        ListEntry[] entries =
        [
            .. texts.SelectMany(note => texts.Select(owner => (note, owner))).Select((t, i) => new ListEntry
            {
                Key = $"{t.owner}{i}{t.note}", Note = t.note, Owner = t.owner, Expires = i % 3 == 0 ? A.Now.AddTicks(i) : null,
            }),
        ];
        var list = new ListHead { Keys = KeyKind.Text };
        var lines = Paste.Plan(list, EntriesCsv.Read(Csv(entries)), new Dictionary<string, ListEntry>(), new BasicPhoneReader());
        Assert.Equal(entries, lines.Select(line => line.After));
    }

    private static string Csv(params IEnumerable<ListEntry> entries)
    {
        using var text = new StringWriter();
        using (var writer = CsvWriter.Create(text))
        {
            EntriesCsv.WriteHeader(writer);
            foreach (var entry in entries)
                EntriesCsv.Write(writer, entry);
        }

        return text.ToString();
    }
}
