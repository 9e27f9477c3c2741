using FlowConfigs.LocalHosting.Dashboard;
using FlowConfigs.LocalHosting.Running;

namespace FlowConfigs.Tests.LocalHosting;

public sealed class ConsoleTests
{
    [Fact]
    public async Task Line_that_is_too_long_is_cut()
    {
        var lines = new LineReader(new StringReader(new string('x', 100_000) + "\nnext"));

        var first = await lines.ReadAsync();

        Assert.Equal(new string('x', LineReader.Limit) + " … (cut)", first);
        Assert.Equal("next", await lines.ReadAsync());
        Assert.Null(await lines.ReadAsync());
    }

    [Fact]
    public async Task Windows_line_ends_and_empty_lines_are_understood()
    {
        var lines = new LineReader(new StringReader("one\r\n\r\ntwo\n"));

        Assert.Equal("one", await lines.ReadAsync());
        Assert.Equal("", await lines.ReadAsync());
        Assert.Equal("two", await lines.ReadAsync());
        Assert.Null(await lines.ReadAsync());
    }

    [Fact]
    public async Task Console_keeps_the_last_lines_only()
    {
        var console = new ConsoleLog(TimeProvider.System);
        for (var i = 1; i <= ConsoleLog.Capacity + 10; i++)
            console.Write(false, $"line {i}");

        var lines = await TakeAsync(console, ConsoleLog.Capacity);

        Assert.Equal(11, lines[0].Number);
        Assert.Equal("line 11", lines[0].Text);
        Assert.Equal($"line {ConsoleLog.Capacity + 10}", lines[^1].Text);
    }

    [Fact]
    public async Task Reader_of_the_console_gets_what_is_written_later()
    {
        var console = new ConsoleLog(TimeProvider.System);
        console.Write(false, "before");
        var reading = TakeAsync(console, 2);

        console.Write(true, "after");

        Assert.Equal([(false, "before"), (true, "after")], (await reading).Select(line => (line.IsError, line.Text)));
    }

    private static async Task<List<ConsoleLine>> TakeAsync(ConsoleLog console, int count)
    {
        var lines = new List<ConsoleLine>();
        await foreach (var line in console.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(line);
            if (lines.Count == count)
                break;
        }

        return lines;
    }
}
