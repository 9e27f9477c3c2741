using FlowConfigs.Core;

namespace FlowConfigs.Tests.Core;

public class CsvCellTests
{
    [Theory]
    [InlineData("+15551230000", "'+15551230000")]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'twas", "''twas")]
    [InlineData("", "")]
    [InlineData("Austin", "Austin")]
    [InlineData("5 + 5", "5 + 5")]
    public void A_text_that_a_spreadsheet_might_calculate_gets_a_quote_and_loses_it_again(string text, string cell)
    {
        Assert.Equal(cell, CsvCell.Protect(text));
        Assert.Equal(text, CsvCell.Unprotect(cell));
    }

    [Fact]
    public void A_cell_that_somebody_typed_without_the_quote_is_taken_as_it_is() =>
        Assert.Equal("+15551230000", CsvCell.Unprotect("+15551230000"));
}
