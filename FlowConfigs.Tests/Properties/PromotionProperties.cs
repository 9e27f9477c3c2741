using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Tests.Table;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

/// <summary>import(export(x)) = x, by the real table.</summary>
public sealed class PromotionProperties(TheSystem the) : IClassFixture<TheSystem>
{
    private const int Runs = 4;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // Whatever of it can be saved makes the environment.
    private static Gen<Config[]> Saves { get; } =
        Gen.Elements("a", "a/b", "a/b/c", "a/d", "e", "e/f").SelectMany(Generate.Config).Select(Savable).ArrayOf(30);

    [Trait("Rule", "R32")]
    [Fact]
    public async Task An_environment_promoted_into_an_empty_one_or_over_another_is_the_same() =>
        await Sampled.ForEachAsync(Saves, Runs, async saves =>
        {
            await using var from = await OwnTable.CreateAsync(the);
            await using var to = await OwnTable.CreateAsync(the);
            var accepted = await SaveAsync(from, saves);
            await TakeDeadOverridesOutAsync(from);
            await SaveAsync(to, saves.Reverse());
            TestContext.Current.SendDiagnosticMessage($"{accepted} of {saves.Length} saves made the environment.");

            var request = new ImportRequest { Document = Assert.Single(await from.ExportAsync()), Delete = true, DryRun = false };
            var report = await to.ImportAsync(request);

            Assert.True(report.Counts is { Refused: 0, Conflicts: 0 }, string.Join(' ', report.Items.SelectMany(item => item.Problems)));
            Assert.Equal(await WordsAsync(from), await WordsAsync(to));
            var again = await to.ImportAsync(request);
            Assert.Equal((0, 0, 0), (again.Counts.Created, again.Counts.Changed, again.Counts.Deleted));
        });

    // One that no longer fits what a parent defines stays where it is (R5), but an import refuses it where it would be new.
    private static async Task TakeDeadOverridesOutAsync(OwnTable table)
    {
        foreach (var config in (await table.ExportAsync()).SelectMany(part => part.Configs))
        {
            var chain = await table.Store.GetChainAsync(config.Id, TestContext.Current.CancellationToken);
            var parents = Chain.Of([.. chain.Skip(1)], A.Now);
            var live = chain[0].Overrides.Where(given => !OverrideRules.Problems(given.Key, given.Value, parents, config.Id, new()).Any());
            await table.SaveAsync(chain[0] with { Overrides = live.ToDictionary() });
        }
    }

    private static async Task<int> SaveAsync(OwnTable table, IEnumerable<Config> saves)
    {
        var accepted = 0;
        foreach (var config in saves)
        {
            try
            {
                await table.SaveAsync(config);
                accepted++;
            }
            catch (Exception e) when (e is InvalidConfigException or ConfigTooLargeException)
            {
                // It cannot be saved here.
            }
        }

        return accepted;
    }

    // Few random configs keep all rules; these keep more. A prompt has the same key in both environments: where it has another,
    // the import is refused, because keys stay (R1).
    private static Config Savable(Config config) => config with
    {
        Variables = [.. config.Variables.Select(v => A.Text(v.Name, v.Value) with { Description = v.Description })],
        Prompts = [.. config.Prompts.Select(p => A.Prompt(p.Name) with { Key = $"{p.Name}-text", Texts = Spoken(p.Texts) })],
        Overrides = config.Overrides.Take(1).ToDictionary(
            given => given.Key,
            given => given.Value.Texts is { } texts ? new Override { Texts = Spoken(texts) } : given.Value),
        Changes = [],
        Scenarios = [],
    };

    private static Dictionary<string, PromptText> Spoken(IReadOnlyDictionary<string, PromptText> texts) =>
        texts.ToDictionary(text => text.Key, text => text.Value with { Voice = $"x{text.Value.Voice}", Chat = null });

    // Without times: an unchanged text keeps the time that it has there.
    private static async Task<IEnumerable<string>> WordsAsync(OwnTable table)
    {
        var configs = (await table.ExportAsync()).SelectMany(part => part.Configs).Select(config => config.ToConfig(A.Now));
        return configs.SelectMany(config => ConfigDiff.Fields(config).OrderBy(f => f.Key).Select(f => $"{config.Id} {f.Key}={f.Value}"));
    }
}
