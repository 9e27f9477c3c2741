using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class TransactionTests
{
    [Fact]
    public void Things_are_measured_once_each_however_many_there_are()
    {
        var measured = 0;
        var batches = Transaction.Batches(Enumerable.Range(0, 1500), _ => 2, _ => Measured(1000)).ToList();
        Assert.Equal(30, batches.Count);
        Assert.Equal(Enumerable.Range(0, 1500), batches.SelectMany(batch => batch));
        Assert.Equal(1500, measured);

        int Measured(int bytes)
        {
            measured++;
            return bytes;
        }
    }

    [Fact]
    public void A_batch_stays_below_both_limits()
    {
        var byItems = Transaction.Batches([60, 40, 1, 100, 1], items => items, _ => 1);
        Assert.Equal([[60, 40], [1], [100], [1]], byItems);
        var byBytes = Transaction.Batches([3_000_000, 1_194_304, 1, 5_000_000, 1], _ => 1, bytes => bytes);
        Assert.Equal([[3_000_000, 1_194_304], [1], [5_000_000], [1]], byBytes);
    }
}
