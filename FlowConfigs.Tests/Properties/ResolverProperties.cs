using System.Text.Json;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

public class ResolverProperties
{
    [Trait("Rule", "R3")]
    [Trait("Rule", "R7")]
    [Fact]
    public void Any_chain_resolves_for_any_language_channel_and_instant_always_the_same_with_every_key_once() =>
        Prop.ForAll(
            (from chain in Generate.Chain
             from language in Generate.AnyText
             from channel in Generate.AnyText
             from at in Generate.Instant
             select (chain, language, channel, at)).ToArbitrary(),
            asked =>
            {
                var first = Resolve(asked.chain, asked.language, Channels.Parse(asked.channel), asked.at);
                var second = Resolve(asked.chain, asked.language, Channels.Parse(asked.channel), asked.at);
                Assert.Equal(first.Values, second.Values);
                var defined = asked.chain.SelectMany(config => config.DefinedKeys()).Distinct();
                Assert.Equal(defined.Order(), first.Values.Select(value => value.Key).Order());
                // Whatever it is, it can be sent.
                Assert.NotEmpty(FlowAnswer.ToJson(FlowAnswer.Of(first)));
            }).QuickCheckThrowOnFailure();

    [Trait("Rule", "R5")]
    [Fact]
    public void An_override_of_a_key_that_no_parent_defines_has_no_effect() =>
        Prop.ForAll(
            (from chain in Generate.Chain from at in Generate.Instant select (chain, at)).ToArbitrary(),
            asked =>
            {
                var stripped = asked.chain.Select((config, i) =>
                {
                    var above = asked.chain.Skip(i + 1).SelectMany(parent => parent.DefinedKeys()).ToHashSet();
                    return config with { Overrides = config.Overrides.Where(o => above.Contains(o.Key)).ToDictionary() };
                });
                Assert.Equal(
                    Resolve(asked.chain, "en-US", Channel.Voice, asked.at).Values,
                    Resolve([.. stripped], "en-US", Channel.Voice, asked.at).Values);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_the_starts_and_ends_of_changes_and_scenarios_nothing_changes() =>
        Prop.ForAll(Generate.Chain.ToArbitrary(), chain =>
        {
            DateTimeOffset[] turns = [DateTimeOffset.MinValue, .. Turns(chain).Distinct().Order(), DateTimeOffset.MaxValue];
            foreach (var (start, end) in turns.Zip(turns.Skip(1)))
            {
                Assert.Equal(
                    Resolve(chain, "es-US", Channel.Chat, start).Values,
                    Resolve(chain, "es-US", Channel.Chat, end == DateTimeOffset.MaxValue ? end : end.AddTicks(-1)).Values);
            }
        }).QuickCheckThrowOnFailure();

    [Trait("Rule", "R10")]
    [Fact]
    public void No_answer_is_larger_than_the_largest() =>
        Prop.ForAll(
            (from chain in Generate.Chain
             from now in Generate.Instant
             from hours in Gen.Choose(0, 200)
             from language in Generate.AnyText
             from channel in Gen.Elements(Channel.Voice, Channel.Chat)
             select (chain, now, at: now.AddHours(hours), language, channel)).ToArbitrary(),
            asked =>
            {
                var answer = FlowAnswer.ToJson(FlowAnswer.Of(Resolve(asked.chain, asked.language, asked.channel, asked.at)));
                var largest = LargestAnswer.Of(asked.chain, asked.now);
                Assert.True(answer.Length <= largest.Bytes, $"{answer.Length} > {largest.Bytes} for {asked.language}");
            }).QuickCheckThrowOnFailure();

    [Trait("Rule", "R10")]
    [Fact]
    public void The_largest_answer_is_the_largest_of_all_that_can_be_asked_for() =>
        Prop.ForAll(
            (from chain in Generate.Chain from now in Generate.Instant select (chain, now)).ToArbitrary(),
            asked =>
            {
                var instants = Turns(asked.chain).Where(turn => turn > asked.now).Prepend(asked.now);
                var resolutions = from at in instants
                                  // A language without a text of its own can get the longer texts of several others.
                                  from language in AskedLanguages.Of([.. Available(asked.chain, at).DefaultIfEmpty("")])
                                  from channel in Enum.GetValues<Channel>()
                                  select Resolve(asked.chain, language, channel, at);
                var largest = resolutions.Max(resolution => FlowAnswer.ToJson(FlowAnswer.Of(resolution, isStale: true)).Length);
                Assert.InRange(LargestAnswer.Of(asked.chain, asked.now).Bytes, largest, largest + LanguageTag.MaxLength);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_config_is_read_from_the_table_as_it_was_written() =>
        Prop.ForAll(Generate.Config("a/b").ToArbitrary(), config =>
        {
            var json = JsonSerializer.Serialize(config, ConfigJson.Relaxed.Config);
            var read = JsonSerializer.Deserialize(System.Text.Encoding.UTF8.GetBytes(json), ConfigJson.Default.Config)!;
            Assert.Equal(json, JsonSerializer.Serialize(read, ConfigJson.Relaxed.Config));
            Assert.Empty(ConfigDiff.Of(config, read));
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Available(IReadOnlyList<Config> chain, DateTimeOffset at) =>
        Chain.Of(chain, at).Entries.SelectMany(entry => entry.Texts?.Keys ?? []).Distinct();

    private static Resolution Resolve(IReadOnlyList<Config> chain, string? language, Channel channel, DateTimeOffset at) =>
        Resolver.Resolve(Chain.Of(chain, at), language, channel);

    private static IEnumerable<DateTimeOffset> Turns(IEnumerable<Config> chain) => chain.SelectMany(config =>
        config.Changes.SelectMany(change => new[] { change.From, change.Until })
            .Concat(config.Scenarios.SelectMany(scenario => new[] { scenario.From, scenario.Until })));
}
