using System.Text;
using FlowConfigs.Core;
using FlowConfigs.Core.Exchange;

namespace FlowConfigs.Tests.Core.Exchange;

public class CsvRowsTests
{
    private const string Header = "config,key,language,channel,value";

    [Fact]
    public void Rows_are_written_under_a_header_as_Excel_reads_them()
    {
        var csv = Encoding.UTF8.GetString(CsvRows.Write([new(0, "+18005550100", "Note", "", "", "=1+1, \"más\"")]));
        Assert.Equal($"\uFEFF{Header}\r\n'+18005550100,Note,,,\"'=1+1, \"\"más\"\"\"\r\n", csv);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Rows_are_read_as_spreadsheets_save_them(char separator)
    {
        var csv = $"{Header}\n'+1800,Note,,,'-5\na/b,Welcome,en-US,voice,\"one\r\ntwo, three\"\n".Replace(',', separator);
        Assert.Equal(
            [
                new(2, "+1800", "Note", "", "", "-5"),
                new(3, "a/b", "Welcome", "en-US", "voice", "one\r\ntwo, three".Replace(',', separator)),
            ],
            Read(csv));
    }

    [Theory]
    [InlineData("\uFEFFconfig,key,language,channel,value\r\nBasicQueue,Closure,,,FALSE\r\n")]
    [InlineData("config;key;language;channel;value;;\r\nBasicQueue;Closure;;;FALSE;;\r\n;;;;;;\r\n")]
    [InlineData("sep=;\r\nconfig;key;language;channel;value\r\nBasicQueue;Closure;;;FALSE")]
    [InlineData("\n,,,,\nConfig,Key,Language,Channel,Value\nBasicQueue,Closure,,,FALSE")]
    [InlineData("key,value,config,language,channel\nClosure,FALSE,BasicQueue,,")]
    [InlineData("\"config\"\t\"key\"\t\"language\"\t\"channel\"\t\"value\"\n\"BasicQueue\"\t\"Closure\"\t\"\"\t\"\"\t\"FALSE\"")]
    public void What_a_spreadsheet_adds_is_passed_over(string csv)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] file = [.. csv[0] == '\uFEFF' ? [] : encoding.GetPreamble(), .. encoding.GetBytes(csv)];
            var row = Assert.Single(CsvRows.Read(file));
            Assert.Equal(("BasicQueue", "Closure", "", "", "FALSE"), (row.Config, row.Key, row.Language, row.Channel, row.Value));
        }
    }

    [Theory]
    [InlineData("", "line 1", "header")]
    [InlineData("config,key,value\na,b,c", "line 1", "header")]
    [InlineData("config,key,language,channel,wert\na,b,,,c", "line 1", "'wert' is not known")]
    [InlineData(Header + "\na,b,,", "line 2", "5 cells")]
    [InlineData(Header + ",,\na,b,,,c,,d", "line 2, b of a, column 6", "beyond the last column")]
    [InlineData(Header + "\na,b,,,c\na,b,,,\"c", "line 3", "quotes")]
    [InlineData(Header + "\na,b,,,c\n,,,,\na,b,,,d", "line 4, b of a, column value", "at line 2")]
    [InlineData(Header + "\na,b,en-US,voice,c\na,b,EN-us,voice,d", "line 3, b (EN-us, voice) of a, column value", "another row")]
    [InlineData(Header + "\na b,b,,,c", "line 2, b of a b, column config", "letters")]
    [InlineData(Header + "\na,b,en-US,,c", "line 2, b (en-US, ) of a, column channel", "channel")]
    [InlineData(Header + "\na,b,,voice,c", "line 2, b of a, column channel", "language")]
    [InlineData(Header + "\na,b,en-US,sms,c", "line 2, b (en-US, sms) of a, column channel", "voice or chat")]
    public void A_file_that_is_wrong_is_refused_with_the_line(string csv, string path, string message)
    {
        var problem = Assert.Single(Assert.Throws<InvalidConfigException>(() => Read(csv)).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_refused() => Assert.Contains(
        "UTF-8",
        Assert.Throws<InvalidConfigException>(() => CsvRows.Read(Encoding.Latin1.GetBytes($"{Header}\na,b,,,más"))).Problems[0].Message);

    private static IReadOnlyList<CsvRow> Read(string csv) => CsvRows.Read(Encoding.UTF8.GetBytes(csv));
}
