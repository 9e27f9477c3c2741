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
    [InlineData("key,phone\na,b", "line 1", "'phone' is not known")]
    [InlineData("key,key\na,b", "line 1", "twice")]
    [InlineData("key,note\na,b,c", "line 2", "more cells")]
    [InlineData("key,note\na,\"b", "line 2", "quotes")]
    [InlineData("key,note\na,b\"c\"", "line 2", "quotes")]
    public void What_is_no_such_CSV_is_refused_with_its_line(string csv, string path, string message)
    {
        var problem = Assert.Single(Assert.Throws<InvalidConfigException>(() => EntriesCsv.Read(csv)).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message);
    }

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
