using System.Text.Json;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Tests.Table;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

public class ExchangeProperties
{
    [Trait("Rule", "R32")]
    [Fact]
    public void What_is_exported_is_read_back_as_it_was() =>
        Prop.ForAll(Generate.Chain.ToArbitrary(), configs =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(Exchanging.Document(configs), ExchangeJson.Relaxed.ExportDocument);
            var read = JsonSerializer.Deserialize(json, ExchangeJson.Default.ExportDocument)!.Configs;
            foreach (var (was, now) in configs.Zip(read.Select(config => config.ToConfig(DateTimeOffset.MinValue))))
            {
                Assert.Equal(Json(was with { Version = 0, Scenarios = [] }), Json(now));
                Assert.Empty(ConfigDiff.Of(was with { Scenarios = [] }, now));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_come_back_from_CSV_as_they_were() =>
        Prop.ForAll(
            (from key in Generate.Text
             from language in Generate.Language
             from channel in Gen.Elements("voice", "chat", "")
             from value in Generate.Text
             select new CsvRow(0, "+1800/a", key, channel == "" ? "" : language, channel, value)).ListOf().ToArbitrary(),
            rows =>
            {
                var distinct = rows.DistinctBy(row => (row.Key, row.Language, row.Channel)).ToList();
                Assert.Equal(distinct, CsvRows.Read(CsvRows.Write(distinct)).Select(row => row with { Line = 0 }));
            }).QuickCheckThrowOnFailure();

    [Trait("Rule", "R36")]
    [Fact]
    public void Values_that_are_exported_as_CSV_change_nothing_when_they_are_imported() =>
        Prop.ForAll(Generate.Chain.ToArbitrary(), configs =>
        {
            var saved = configs.ToDictionary(config => config.Id);
            var rows = CsvRows.Read(CsvRows.Write(configs.SelectMany(CsvValues.Of)));
            foreach (var draft in CsvValues.Apply(rows, saved, A.Now))
            {
                Assert.Empty(draft.Problems);
                Assert.Equal(Json(saved[draft.Config.Id]), Json(draft.Config));
            }
        }).QuickCheckThrowOnFailure();

    private static string Json(Config config) => JsonSerializer.Serialize(config, ConfigJson.Relaxed.Config);
}
