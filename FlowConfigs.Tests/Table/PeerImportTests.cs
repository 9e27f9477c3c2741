using System.Text;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Exchange;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Tests.Table;

/// <summary>What CXBuilder's flow-config and its table become, down to what a flow gets.</summary>
public sealed class PeerImportTests(TheStore the) : IClassFixture<TheStore>
{
    private const string Peer = """
        [
          {
            "id": "HelpDesk",
            "description": "What the help desk says",
            "variables": { "Closure": "false", "MaxWaitMinutes": "15", "Mode": "normal", "Note": "" },
            "schema": {
              "Closure": { "type": "boolean" },
              "MaxWaitMinutes": { "type": "number" },
              "Mode": { "type": "select", "options": ["normal", "storm"] }
            },
            "prompts": {
              "Welcome": {
                "en-US": { "voice": "<speak>Welcome to <emphasis>help</emphasis>.</speak>", "chat": "Welcome to help." },
                "es-US": { "voice": "Bienvenido." }
              },
              "Closure": { "en-US": { "voice": "We are closed." } }
            }
          },
          { "id": "+18005550123", "description": "", "variables": { "OfficeId": "austin" }, "prompts": {} }
        ]
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Trait("Rule", "R47")]
    [Theory]
    [InlineData(Peer)]
    [InlineData("""{ "flowConfigs": PEER }""")]
    public async Task What_the_peer_exports_is_looked_at_imported_and_answered(string file)
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var request = Read(file.Replace("PEER", Peer, StringComparison.Ordinal));
        var dry = await table.ImportAsync(request);
        Assert.Equal([("HelpDesk", ImportOutcome.Created), ("+18005550123", ImportOutcome.Created)], dry.Outcomes());
        Assert.Equal(["The prompt Closure is read as $.External.ClosurePrompt, because the variable Closure has that name too."], dry.Items[0].Notes);
        Assert.Empty(dry.Items[1].Notes);

        Assert.Equal(2, (await table.ImportAsync(request with { DryRun = false })).Counts.Created);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["_found"] = "true",
                ["_version"] = "1",
                ["_language"] = "en-US",
                ["Closure"] = "false",
                ["MaxWaitMinutes"] = "15",
                ["Mode"] = "normal",
                ["Note"] = "",
                ["Welcome"] = "<speak>Welcome to <emphasis>help</emphasis>.</speak>",
                ["ClosurePrompt"] = "We are closed.",
            },
            await table.AnswerAsync("HelpDesk", null, Channel.Voice));
        Assert.Equal("Welcome to help.", (await table.AnswerAsync("HelpDesk", "en-US", Channel.Chat))["Welcome"]);
        Assert.Equal("Bienvenido.", (await table.AnswerAsync("HelpDesk", "es-US", Channel.Chat))["Welcome"]);
        Assert.Equal("austin", (await table.AnswerAsync("+18005550123", null, Channel.Voice))["OfficeId"]);

        var saved = await table.Store.GetAsync(ConfigId.Parse("HelpDesk"), Cancelled);
        Assert.Equal(
            [VariableKind.Boolean, VariableKind.Number, VariableKind.Select, VariableKind.Text], saved!.Variables.Select(variable => variable.Kind));
        Assert.Equal(["normal", "storm"], saved.Variables[2].Constraints!.Options!);
        Assert.Equal(2, (await table.ImportAsync(request)).Counts.Unchanged);
    }

    [Trait("Rule", "R47")]
    [Fact]
    public async Task Its_table_exported_to_S3_makes_the_same_configs_as_its_own_export()
    {
        const string Lines = """
            {"Item":{"id":{"S":"HelpDesk"},"description":{"S":"What the help desk says"},"variables":{"M":{"Closure":{"S":"false"},"MaxWaitMinutes":{"S":"15"},"Mode":{"S":"normal"},"Note":{"S":""}}},"schema":{"M":{"Closure":{"M":{"type":{"S":"boolean"}}},"MaxWaitMinutes":{"M":{"type":{"S":"number"}}},"Mode":{"M":{"type":{"S":"select"},"options":{"L":[{"S":"normal"},{"S":"storm"}]}}}}},"prompts":{"M":{"Welcome":{"M":{"en-US":{"M":{"voice":{"S":"<speak>Welcome to <emphasis>help</emphasis>.</speak>"},"chat":{"S":"Welcome to help."}}},"es-US":{"M":{"voice":{"S":"Bienvenido."}}}}},"Closure":{"M":{"en-US":{"M":{"voice":{"S":"We are closed."}}}}}}}}}
            {"Item":{"id":{"S":"+18005550123"},"description":{"S":""},"variables":{"M":{"OfficeId":{"S":"austin"}}},"prompts":{"M":{}}}}

            """;
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.ImportAsync(Read(Peer) with { DryRun = false });
        Assert.Equal(2, (await table.ImportAsync(Read(Lines))).Counts.Unchanged);
    }

    [Trait("Rule", "R47")]
    [Fact]
    public async Task Ids_and_keys_that_cannot_be_are_shown_with_what_they_become()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var report = await table.ImportAsync(Read("""
            [
              { "id": "Support Queue / Tier 1", "variables": { "Wait time": "5", "_hidden": "x" }, "prompts": { "Main menu": { "en-US": { "voice": "Hi" } } } },
              { "id": "a/b", "variables": {}, "prompts": {} },
              { "id": "a b", "variables": {}, "prompts": {} },
              { "id": "..", "variables": {} },
              { "variables": {} },
              "text"
            ]
            """) with { DryRun = false });
        Assert.Equal(
            [
                ("a b", ImportOutcome.Refused), ("..", ImportOutcome.Refused), ("config 5", ImportOutcome.Refused), ("config 6", ImportOutcome.Refused),
                ("Support-Queue-Tier-1", ImportOutcome.Created), ("a-b", ImportOutcome.Created),
            ],
            report.Outcomes());
        Assert.Contains("“a/b” is a-b here too", report.Items[0].Problems[0].Message);
        Assert.Equal(
            [
                "“Support Queue / Tier 1” becomes Support-Queue-Tier-1: other characters become a dash, and so does / because it makes a config inherit. "
                    + "Flows must ask for Support-Queue-Tier-1.",
                "The variable “Wait time” is read as $.External.Wait-time: a key has letters, digits, - and _ only.",
                "The variable “_hidden” is read as $.External.hidden: a key has letters, digits, - and _ only.",
                "The prompt “Main menu” is read as $.External.Main-menu: a key has letters, digits, - and _ only.",
            ],
            report.Items[4].Notes);
    }

    [Trait("Rule", "R47")]
    [Fact]
    public async Task A_value_that_does_not_fit_its_type_is_refused_by_config_and_name()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var report = await table.ImportAsync(Read("""
            [
              { "id": "fine", "variables": { "Closure": true, "Wait": 5 }, "schema": { "Closure": { "type": "boolean" }, "Wait": { "type": "number" } } },
              {
                "id": "bad",
                "variables": { "Closure": "closed", "Wait": "soon", "Mode": "rain", "Odd": ["a"], "Empty": "" },
                "schema": {
                  "Closure": { "type": "boolean" }, "Wait": { "type": "number" }, "Mode": { "type": "select", "options": ["sun"] },
                  "Empty": { "type": "number" }
                }
              },
              { "id": "worse", "prompts": { "Hello": { "english please": { "voice": "Hi" }, "en-US": { "voice": "<speak>Hi" } } }, "variables": { "Odd": ["a"] } }
            ]
            """) with { DryRun = false });
        Assert.Equal([ImportOutcome.Created, ImportOutcome.Refused, ImportOutcome.Refused], report.Items.Select(item => item.Outcome));
        Assert.Equal(["config 2, variable Odd: Must be a text."], Problems(report.Items[1]));
        Assert.Null(await table.Store.GetAsync(ConfigId.Parse("fine"), Cancelled));

        var typed = await table.ImportAsync(Read("""
            [{
              "id": "bad",
              "variables": { "Closure": "closed", "Wait": "soon", "Mode": "rain" },
              "schema": { "Closure": { "type": "boolean" }, "Wait": { "type": "number" }, "Mode": { "type": "select", "options": ["sun"] } },
              "prompts": { "Hello": { "english please": { "voice": "Hi" } } }
            }]
            """));
        Assert.Equal(
            [
                "config 1, variable Closure: Must be true or false. It is “closed”.",
                "config 1, variable Wait: Must be a number such as 15 or 2.5. It is “soon”.",
                "config 1, variable Mode: Must be one of sun. It is “rain”.",
                "config 1, prompt Hello, english please: Is not a language tag such as en-US.",
            ],
            Problems(typed.Items[0]));
    }

    [Trait("Rule", "R47")]
    [Fact]
    public async Task What_is_left_out_is_said()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var report = await table.ImportAsync(Read("""
            {
              "exportedAt": "2025-12-16", "flowConfigs": [{
                "id": "a", "accessLevel": "Full", "updatedBy": { "name": "kim" },
                "variables": { "When": "today", "Nothing": null },
                "schema": { "When": { "type": "date", "label": "Day" }, "Gone": { "type": "text" } },
                "prompts": {
                  "Hello": { "en-US": { "voice": "Hi", "chat": "", "email": "Hello" }, "fr-FR": { "voice": "" } },
                  "Bye": {}
                }
              }]
            }
            """));
        Assert.Equal(["Left out of the file: exportedAt."], report.Notes);
        Assert.Equal(
            [
                "Left out of the schema of When: label.",
                "The type of When, date, is unknown, so the variable becomes a text.",
                "The variable Nothing has no value: it becomes an empty text.",
                "Left out: the schema of Gone, which has no value.",
                "Left out of the prompt Hello, en-US: email.",
                "Left out: the prompt Hello, fr-FR, which has no text.",
                "Left out: the prompt Bye, which has no text.",
                "Left out: accessLevel, updatedBy.",
            ],
            report.Items[0].Notes);
        Assert.Equal(ImportOutcome.Created, report.Items[0].Outcome);
    }

    [Theory]
    [InlineData("""{"Item":{"id":{"S":"a"}}}x""", "line 1")]
    [InlineData("{\"Item\":{\"id\":{\"S\":\"a\"}}}\n{\"id\":\"b\"}", "line 2")]
    [InlineData("""{"Item":{"id":{"S":"a","N":"1"}}}""", "line 1")]
    [InlineData("""{ "flowConfigs": 1 }""", "flowConfigs")]
    public void A_file_that_only_looks_like_one_is_refused_with_the_place(string file, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<InvalidConfigException>(() => Read(file)).Problems).Path);

    [Fact]
    public void Half_a_character_is_refused_in_its_config() => Assert.Equal(
        "config 1", Assert.Single(PeerConfigs.TryRead("""[{ "id": "a", "description": "\ud800" }]"""u8.ToArray())!.Refused).Id);

    [Theory]
    [InlineData("""{ "format": "flow-configs/1", "configs": [{ "id": "flowConfigs", "description": "\"flowConfigs\"" }] }""")]
    [InlineData("""{ "configs": [] }""")]
    [InlineData("null")]
    public void This_products_own_document_is_left_to_its_strict_reader(string file) =>
        Assert.Null(PeerConfigs.TryRead(Encoding.UTF8.GetBytes(file)));

    [Fact]
    public async Task A_file_from_elsewhere_deletes_nothing()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var refused = await Assert.ThrowsAsync<InvalidConfigException>(() => table.ImportAsync(Read(Peer) with { Delete = true }));
        Assert.Equal("delete", Assert.Single(refused.Problems).Path);
    }

    private static ImportRequest Read(string file)
    {
        var foreign = PeerConfigs.TryRead(Encoding.UTF8.GetBytes(file))!;
        return new() { Document = foreign.Document, Foreign = foreign };
    }

    private static IEnumerable<string> Problems(ImportItem item) => item.Problems.Select(problem => $"{problem.Path}: {problem.Message}");
}
