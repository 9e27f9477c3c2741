using System.Globalization;
using Amazon.DynamoDBv2;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Table;
using FlowConfigs.Tests.Table;

namespace FlowConfigs.Tests.Properties;

/// <summary>
/// Our counting of an item's bytes against DynamoDB Local's own: what is exactly 400 KB is stored, one byte more is refused.
/// </summary>
public sealed class ItemSizeProperties(TheSystem the) : IClassFixture<TheSystem>
{
    private const int Runs = 8;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_config_is_stored_up_to_400_KB_and_not_one_byte_above()
    {
        await using var table = await OwnTable.CreateAsync(the);
        await Sampled.ForEachAsync(Generate.Config("a/b"), Runs, async config =>
        {
            var saved = config with { Saved = new("ada", A.Now, "ñ€😀") { Mark = Item.NewMark() } };
            await HoldsAtTheLimitAsync(table, padding => new ConfigKind().CurrentOf(
                saved with { Variables = [.. saved.Variables, A.Text("Padding", new string('p', padding))] }));
        });
    }

    [Fact]
    public async Task A_config_that_fits_but_whose_version_does_not_with_its_entry_in_the_audit_is_refused_before_it_is_sent()
    {
        await using var table = await OwnTable.CreateAsync(the);
        var room = ConfigStore.MaxItemBytes;
        while (true)
        {
            try
            {
                var config = A.Config("a", A.Text("Padding", new string('p', room))) with { Version = 0 };
                await table.Store.SaveAsync(config, null, A.Author, Cancelled);
                break;
            }
            catch (ConfigTooLargeException)
            {
                room -= 25;
            }
        }

        Assert.InRange(room, ConfigStore.MaxItemBytes - 2000, ConfigStore.MaxItemBytes);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("10")]
    [InlineData("12")]
    [InlineData("100")]
    [InlineData("101")]
    [InlineData("12345")]
    [InlineData("123456")]
    [InlineData("2147483647")]
    [InlineData("1900000000")]
    [InlineData("190")]
    [InlineData("1230")]
    [InlineData("12300")]
    public async Task A_number_is_counted_by_its_significant_digits(string number)
    {
        await using var table = await OwnTable.CreateAsync(the);
        await HoldsAtTheLimitAsync(table, padding =>
        {
            var item = new TableItem(new ItemKey("size", number)) { [Item.Body] = new string('p', padding) };
            item.SetNumber(Item.Version, long.Parse(number, CultureInfo.InvariantCulture));
            item.SetTrue(Item.Deleted);
            return item;
        });
    }

    private static async Task HoldsAtTheLimitAsync(OwnTable table, Func<int, TableItem> item)
    {
        var exact = ConfigStore.MaxItemBytes - item(0).Size;
        // The summary counts the config's own bytes, in more digits the more there are.
        exact -= item(exact).Size - ConfigStore.MaxItemBytes;
        Assert.Equal(ConfigStore.MaxItemBytes, item(exact).Size);
        await table.Dynamo.PutItemAsync(table.Name, item(exact).Attributes, Cancelled);
        var refused = await Assert.ThrowsAsync<AmazonDynamoDBException>(
            () => table.Dynamo.PutItemAsync(table.Name, item(exact + 1).Attributes, Cancelled));
        Assert.Contains("size", refused.Message);
    }
}
