using System.Text;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Table;

/// <summary>What the rows of a data table become, down to what a flow gets.</summary>
public sealed class DataTableImportTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R48")]
    [Fact]
    public async Task Rows_of_a_data_table_become_configs_below_a_path_and_columns_become_keys()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var request = Table("""
            Store,Open,Max wait,Queue,Code
            ,TRUE,10,General,
            austin,FALSE,15,Austin,007
            boston,WAHR,,,
            New York,true,2.5,NY,012
            """);
        var dry = await table.ImportAsync(request);
        Assert.Equal(["“Store” names the configs, and is not a key."], dry.Notes);
        Assert.Equal(["stores", "stores/austin", "stores/boston", "stores/New-York"], dry.Items.Select(item => item.Id));
        Assert.Equal(["The column “Max wait” is read as $.External.Max-wait: a key has letters, digits, - and _ only."], dry.Items[0].Notes);
        Assert.Equal(["“New York” becomes stores/New-York. Flows must ask for stores/New-York."], dry.Items[3].Notes);

        Assert.Equal(4, (await table.ImportAsync(request with { DryRun = false })).Counts.Created);
        var top = await table.Store.GetAsync(ConfigId.Parse("stores"), Cancelled);
        Assert.Equal(
            [("Open", VariableKind.Boolean), ("Max-wait", VariableKind.Number), ("Queue", VariableKind.Text), ("Code", VariableKind.Text)],
            top!.Variables.Select(variable => (variable.Name, variable.Kind)));
        Assert.Equal([null, "Max wait", null, null], top.Variables.Select(variable => variable.DisplayName));
        Assert.Equal("New York", (await table.Store.GetAsync(ConfigId.Parse("stores/New-York"), Cancelled))!.DisplayName);
        Assert.Equal(["false", "15", "Austin", "007"], await RowAsync("stores/austin"));
        Assert.Equal(["true", "10", "General", ""], await RowAsync("stores/boston"));
        Assert.Equal(4, (await table.ImportAsync(request)).Counts.Unchanged);

        async Task<IEnumerable<string>> RowAsync(string id)
        {
            var answer = await table.AnswerAsync(id, null, Channel.Voice);
            return [answer["Open"], answer["Max-wait"], answer["Queue"], answer["Code"]];
        }
    }

    [Trait("Rule", "R48")]
    [Fact]
    public async Task A_table_keeps_what_the_path_has_already_and_a_cell_that_does_not_fit_is_refused_by_its_line()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.SaveAsync(
            A.Config("stores", A.Switch("Open", true), A.Text("Music", "jazz")), A.Config("stores/austin").Overriding("Music", "rock"));
        var refused = await table.ImportAsync(Table("Store;Open;Level\naustin;maybe;1\nboston;false;2\n"));
        Assert.Equal(["line 2, overrides.Open.value: Must be true or false."], Problems(refused.Items[1]));

        await table.ImportAsync(Table("Store;Open;Level\naustin;false;1\nboston;;2\n") with { DryRun = false });
        var answer = await table.AnswerAsync("stores/austin", null, Channel.Voice);
        Assert.Equal(["false", "1", "rock"], [answer["Open"], answer["Level"], answer["Music"]]);
        Assert.Equal("true", (await table.AnswerAsync("stores/boston", null, Channel.Voice))["Open"]);
    }

    [Trait("Rule", "R48")]
    [Fact]
    public async Task Two_primary_attributes_name_a_row_together_and_a_name_that_comes_twice_is_refused()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var report = await table.ImportAsync(Table("""
            Store,Language,Greeting
            austin,en,Howdy
            austin,es,Hola
            boston,en,Hello
            """));
        Assert.Equal(["“Store” and “Language” name the configs together, and are not keys."], report.Notes);
        Assert.Equal(["stores", "stores/austin-en", "stores/austin-es", "stores/boston-en"], report.Items.Select(item => item.Id));

        var twice = await table.ImportAsync(Table("Store,Greeting\na b,x\na/b,y\n..,z\n"));
        Assert.Equal(
            ["line 3: Becomes stores/a-b, like line 2. Rename one of the rows.", "line 4: “..” cannot be an id. A level of an id can't be only dots. Add a letter or a digit."],
            twice.Items.Where(item => item.Outcome == ImportOutcome.Refused).SelectMany(Problems));
    }

    [Theory]
    [InlineData("Store", "line 1", "at least 2")]
    [InlineData("Store,,x\n", "line 1", "without a name")]
    [InlineData("Store,Max wait,Max-wait\n", "line 1", "the same key")]
    [InlineData("Store,Open\na,b,c\n", "line 2", "a cell for each column")]
    [InlineData("Store,Open\n\"a,b\n", "line 2", "quotes")]
    public void A_table_that_cannot_be_read_is_refused_by_its_line(string csv, string path, string message)
    {
        var problem = Assert.Single(Assert.Throws<InvalidConfigException>(() => DataTable.Read(Encoding.UTF8.GetBytes(csv))).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public async Task A_table_needs_a_path_and_deletes_nothing()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var request = Table("Store,Open\na,true\n") with { Path = null, Delete = true };
        var refused = await Assert.ThrowsAsync<InvalidConfigException>(() => table.ImportAsync(request));
        Assert.Equal(["delete", "path"], refused.Problems.Select(problem => problem.Path));
    }

    private static ImportRequest Table(string csv) =>
        new() { Table = DataTable.Read(Encoding.UTF8.GetBytes(csv)), Path = ConfigId.Parse("stores") };

    private static IEnumerable<string> Problems(ImportItem item) => item.Problems.Select(problem => $"{problem.Path}: {problem.Message}");
}
