using System.Text;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FsCheck;
using FsCheck.Fluent;
using Config = FlowConfigs.Core.Configs.Config;

namespace FlowConfigs.Tests.Properties;

/// <summary>Whatever a spreadsheet makes of a file, its values are those that were exported.</summary>
public class SpreadsheetProperties
{
    private static readonly string[] Trues = ["TRUE", "True", "true", "WAHR", "vrai", "VERDADERO", "Vero", "ИСТИНА", "DOĞRU"];
    private static readonly string[] Falses = ["FALSE", "False", "false", "FALSCH", "faux", "FALSO", "onwaar", "ложь", "YANLIŞ"];

    private static Gen<Config> Office { get; } =
        from open in Gen.Elements("true", "false")
        from minutes in Gen.Choose(-5000, 5000)
        from hundredths in Gen.Choose(0, 99)
        from greeting in Generate.Text
        from voice in Generate.Text
        from chat in Generate.Text
        select A.Config(
            "office", A.Switch("Open") with { Value = open }, A.Text("Greeting", greeting),
            new Variable { Name = "Minutes", Kind = VariableKind.Number, Value = $"{minutes}.{hundredths:D2}" })
            .With(A.Prompt("Welcome") with { Texts = new Dictionary<string, PromptText> { ["en-US"] = new() { Voice = voice, Chat = chat } } });

    private static Gen<Func<IReadOnlyList<string>[], byte[]>> Program { get; } =
        from separator in Gen.Elements(',', ';', '\t')
        from hint in Gen.Elements(true, false)
        from encoding in Gen.Elements<Encoding>(new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode)
        from quotesAll in Gen.Elements(true, false)
        from more in Gen.Choose(0, 3)
        from blank in Gen.Choose(0, 4)
        from newLine in Gen.Elements("\r\n", "\n")
        select new Func<IReadOnlyList<string>[], byte[]>(rows =>
        {
            var lines = rows.Select(row => string.Join(separator, row.Select(Cell)) + new string(separator, more)).ToList();
            lines.Insert(Math.Min(blank, lines.Count), new string(separator, 4 + more));
            if (hint)
                lines.Insert(0, $"sep={separator}");
            return [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join(newLine, lines))];

            string Cell(string text) => quotesAll || text.IndexOfAny([separator, '"', '\r', '\n']) >= 0 || text.Trim() != text
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : text;
        });

    [Trait("Rule", "R36")]
    [Fact]
    public void Values_that_a_spreadsheet_saves_again_are_the_same() => Prop.ForAll(
        (from office in Office
         from program in Program
         from spoken in Gen.Choose(0, 8)
         from comma in Gen.Elements(true, false)
         select (office, program, spoken, comma)).ToArbitrary(),
        sample =>
        {
            IReadOnlyList<string>[] rows =
            [
                ["config", "key", "language", "channel", "value"],
                .. CsvValues.Of(sample.office).Select(row => (IReadOnlyList<string>)
                    [row.Config, row.Key, row.Language, row.Channel, Shown(row, sample.spoken, sample.comma)]),
            ];
            var emptied = sample.office with { Variables = [.. sample.office.Variables.Select(v => v with { Value = "" })] };
            var saved = new Dictionary<ConfigId, Config> { [emptied.Id] = emptied };
            var draft = Assert.Single(CsvValues.Apply(CsvRows.Read(sample.program(rows)), saved, A.Now));
            Assert.Empty(draft.Problems);
            Assert.Equal(
                CsvValues.Of(sample.office).Select(row => row.Value), CsvValues.Of(draft.Config).Select(row => row.Value));
        }).QuickCheckThrowOnFailure();

    private static string Shown(CsvRow row, int spoken, bool comma) => row switch
    {
        { Key: "Open", Value: "true" } => Trues[spoken],
        { Key: "Open" } => Falses[spoken],
        { Key: "Minutes" } when comma => row.Value.Replace('.', ','),
        _ => CsvCell.Protect(row.Value),
    };
}
