using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

/// <summary>The key rule under any sequence of saves, of which those that break a rule are refused.</summary>
public class KeyProperties
{
    private static readonly string[] Ids = ["p", "p/a", "p/b", "p/a/c"];

    // A key that is left out is the usual case; a config as it was read has its keys.
    private static Gen<Config> Draft { get; } =
        from id in Gen.Elements(Ids)
        from variables in Gen.Choose(0, 3).SelectMany(count => Generate.Key.ArrayOf(count))
        from prompts in Gen.Choose(0, 3).SelectMany(count => Generate.Key.ArrayOf(count))
        from given in Gen.Elements("", "", "A", "B", "CPrompt")
        select A.Config(id, [.. variables.Distinct().Select(name => A.Text(name))]) with
        {
            Prompts = [.. prompts.Distinct().Select((name, i) => A.Prompt(name, ("en-US", "x")) with { Key = i == 0 ? given : "" })],
        };

    [Trait("Rule", "R1")]
    [Trait("Rule", "R2")]
    [Fact]
    public void Whatever_is_saved_keys_stay_as_they_are_and_are_unique_in_their_chain() =>
        Prop.ForAll(Draft.ArrayOf(40).ToArbitrary(), drafts =>
        {
            var saved = new Dictionary<ConfigId, Config>();
            foreach (var draft in drafts)
            {
                var before = saved.GetValueOrDefault(draft.Id);
                if (Accepted(draft, saved) is not { } after)
                    continue;
                saved[draft.Id] = after;
                foreach (var prompt in before?.Prompts ?? [])
                    Assert.Contains(after.Prompts.FirstOrDefault(p => p.Name == prompt.Name)?.Key, new[] { prompt.Key, null });
                foreach (var id in saved.Keys)
                    Assert.Distinct(id.Path.Where(saved.ContainsKey).SelectMany(level => saved[level].DefinedKeys()));
            }

            Assert.NotEmpty(saved);
        }).QuickCheckThrowOnFailure();

    private static Config? Accepted(Config draft, Dictionary<ConfigId, Config> saved)
    {
        var before = saved.GetValueOrDefault(draft.Id);
        IReadOnlyList<Config> parents = [.. draft.Id.Path.Skip(1).Where(saved.ContainsKey).Select(id => saved[id])];
        var keysBelow = saved.Values.Where(config => config.Id.IsBelow(draft.Id))
            .SelectMany(config => config.DefinedKeys().Select(key => (key, config.Id)))
            .DistinctBy(key => key.key).ToDictionary(key => key.key, key => key.Id);
        var config = Drafts.Complete(draft, before, parents, A.Now);
        return ConfigRules.Problems(config, before, parents, keysBelow, A.Now).Count == 0 ? config : null;
    }
}
