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
    [InlineData("", "lines[1]", "header")]
    [InlineData("config,key,value\na,b,c", "lines[1]", "header")]
    [InlineData(Header + "\na,b,,", "lines[2]", "five cells")]
    [InlineData(Header + "\na,b,,,c\na,b,,,\"c", "lines[3]", "quotes")]
    [InlineData(Header + "\na,b,,,c\na,b,,,d", "lines[3]", "another row")]
    [InlineData(Header + "\na,b,en-US,voice,c\na,b,EN-us,voice,d", "lines[3]", "another row")]
    [InlineData(Header + "\na b,b,,,c", "lines[2].config", "letters")]
    [InlineData(Header + "\na,b,en-US,,c", "lines[2].channel", "channel")]
    [InlineData(Header + "\na,b,,voice,c", "lines[2].channel", "language")]
    [InlineData(Header + "\na,b,en-US,sms,c", "lines[2].channel", "voice or chat")]
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
