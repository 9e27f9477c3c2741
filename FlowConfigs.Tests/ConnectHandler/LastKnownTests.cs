using FlowConfigs.ConnectHandler;
using FlowConfigs.Core;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.ConnectHandler;

public class LastKnownTests
{
    private static readonly ConfigId Office = ConfigId.Parse("office");
    private static readonly ConfigId Austin = ConfigId.Parse("office/austin");
    private static readonly ConfigId Number = ConfigId.Parse("+18005550100");

    [Fact]
    public void An_alias_leads_to_the_chain_and_an_id_that_leads_nowhere_is_forgotten()
    {
        var known = new LastKnown(1_000_000);
        known.Remember(Number, [Stored(Austin), Stored(Office)], A.Now);
        Assert.Equal([Austin, Office], Ids(known.Chain(Number)));
        Assert.Equal([Austin, Office], Ids(known.Chain(Austin)));
        known.Remember(Austin, [], A.Now);
        Assert.Null(known.Chain(Number));
        Assert.Null(known.Chain(Austin));
        Assert.Equal([Office], Ids(known.Chain(Office)));
    }

    [Fact]
    public void A_parent_that_is_gone_is_gone_for_all_its_children()
    {
        var known = new LastKnown(1_000_000);
        known.Remember(Austin, [Stored(Austin), Stored(Office)], A.Now);
        known.Remember(ConfigId.Parse("office/boston"), [Stored(ConfigId.Parse("office/boston"))], A.Now);
        Assert.Equal([Austin], Ids(known.Chain(Austin)));
    }

    [Fact]
    public void However_little_memory_there_is_a_chain_is_whole_or_not_remembered()
    {
        var random = new Random(7);
        ConfigId[] ids =
        [
            .. Enumerable.Range(0, 4).Select(i => ConfigId.Parse($"a{i}")),
            .. Enumerable.Range(0, 40).Select(i => ConfigId.Parse($"a{i % 4}/b{i}")),
            .. Enumerable.Range(0, 40).Select(i => ConfigId.Parse($"a{i % 4}/b{i}/c")),
        ];
        var known = new LastKnown(30_000);
        var (whole, gone) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var asked = ids[random.Next(ids.Length)];
            known.Remember(asked, [.. asked.Path.Select(id => Stored(id, random.Next(300)))], A.Now);
            Assert.InRange(known.Bytes, 0, 30_000);
            var other = ids[random.Next(ids.Length)];
            if (known.Chain(other) is { } chain)
                Assert.Equal((other.Path.Count(), ++whole), (chain.Count, whole));
            else
                gone++;
        }

        Assert.InRange(whole, 1_000, 20_000);
        Assert.InRange(gone, 1_000, 20_000);
    }

    private static StoredConfig Stored(ConfigId id, int length = 10) => new(new() { Id = id, Version = 1 }, new string('x', length));

    private static IEnumerable<ConfigId>? Ids(IReadOnlyList<StoredConfig>? chain) => chain?.Select(stored => stored.Config.Id);
}
