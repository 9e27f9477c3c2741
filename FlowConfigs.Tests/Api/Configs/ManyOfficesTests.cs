using System.Diagnostics;
using System.Text.Json.Nodes;
using FlowConfigs.Core;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Api.Configs;

/// <summary>1,500 offices in a table of their own, so that nobody else's lists have them.</summary>
public sealed class ManyOfficesTests(TheSystem the, ITestOutputHelper output) : IClassFixture<TheSystem>
{
    private const int Regions = 15;
    private const int OfficesEach = 99;
    private const int Below = Regions * (OfficesEach + 1);

    private readonly ConfigsClient configs = new(the.Running.ApiAtScale);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_write_of_the_parent_changes_the_answer_of_all_that_do_not_override_it()
    {
        var store = new ConfigStore(new(the.Running.Dynamo, MoreApis.TableAtScale), TimeProvider.System);
        await FlowConfigsTable.EnsureAsync(the.Running.Dynamo, MoreApis.TableAtScale, Cancelled);
        await Timed("write 1,501 configs in transactions of 33", () => WriteOfficesAsync(store));

        var preview = await Timed("preview of the parent's change", async () => await (await configs.Send(
            HttpMethod.Post, "/api/preview", $$"""{"id":"field-office","config":{{Parent("true")}}}""")).Json());
        // region-3 overrides it for its 99 offices, and two offices elsewhere for themselves.
        var effect = Assert.Single(preview["effects"]!.AsArray())!;
        Assert.Equal((Below - 102, Below, 3), ((int)effect["affects"]!, (int)effect["below"]!, (int)effect["overriding"]!));

        await Timed("save of the parent", () => configs.Put("field-office", 1, Parent("true")));
        var ids = await Timed("list of all, in pages of 200", AllIdsAsync);
        Assert.Equal(Below + 1, ids.Distinct().Count());
        var closed = await Timed("answer of all, resolved", () => CountClosedAsync(store, ids));
        Assert.Equal(Below + 1 - 102, closed);

        var text = await Timed("a page of a search in texts", async () =>
            await (await configs.Send(HttpMethod.Get, "/api/texts?text=we%20ARE%20closed")).Json());
        Assert.Equal(("field-office", 500), ((string)Assert.Single(text["items"]!.AsArray())!["id"]!, (int)text["lookedThrough"]!));
        Assert.NotNull((string?)text["next"]);

        var overrides = await Timed("who overrides", async () =>
            await (await configs.Send(HttpMethod.Get, "/api/configs/field-office/overrides/Closure")).Json());
        Assert.Equal(
            ["field-office/region-1/office-7", "field-office/region-2/office-8", "field-office/region-3"],
            overrides["items"]!.AsArray().Select(o => (string)o!["id"]!));
    }

    private static string Parent(string closure) => ConfigsClient.Body(closure);

    private static async Task WriteOfficesAsync(ConfigStore store)
    {
        var prompt = A.Prompt("Closure", ("en-US", "We are closed")) with { Key = "ClosurePrompt" };
        var parent = A.Config("field-office", A.Switch("Closure")).With(prompt);
        var regions = Enumerable.Range(1, Regions).Select(region => A.Config($"field-office/region-{region}"));
        var offices = Enumerable.Range(1, Regions)
            .SelectMany(region => Enumerable.Range(1, OfficesEach).Select(office => $"field-office/region-{region}/office-{office}"))
            .Select(id => A.Config(id));
        string[] overriding = ["field-office/region-3", "field-office/region-1/office-7", "field-office/region-2/office-8"];
        var all = regions.Concat(offices).Prepend(parent)
            .Select(config => overriding.Contains(config.Id.Value) ? config.Overriding("Closure", "false") : config);
        foreach (var some in all.Chunk(ConfigStore.MaxCreations))
            await store.WriteAsync([.. some.Select(config => new Change<Config>(null, config with { Version = 0 }))], A.Author, Cancelled);
    }

    private async Task<List<string>> AllIdsAsync()
    {
        var ids = new List<string>();
        JsonNode page;
        var after = "";
        do
        {
            page = await (await configs.Send(HttpMethod.Get, $"/api/configs?path=field-office&limit=200{after}")).Json();
            ids.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = $"&after={((string?)page["next"])?.Replace('/', '~')}";
        }
        while (page["next"] is not null);
        return ids;
    }

    private static async Task<int> CountClosedAsync(ConfigStore store, List<string> ids)
    {
        var closed = 0;
        foreach (var id in ids)
        {
            var chain = await store.GetChainAsync(ConfigId.Parse(id), Cancelled);
            var resolution = Resolver.Resolve(Chain.Of(chain, A.Now), "en-US", Channel.Voice);
            closed += resolution.Values.Single(value => value.Key == "Closure").Value == "true" ? 1 : 0;
        }

        return closed;
    }

    private async Task<T> Timed<T>(string what, Func<Task<T>> action)
    {
        var since = Stopwatch.StartNew();
        var result = await action();
        output.WriteLine($"{what}: {since.ElapsedMilliseconds} ms");
        return result;
    }

    private Task<bool> Timed(string what, Func<Task> action) => Timed(what, async () =>
    {
        await action();
        return true;
    });
}
