using FlowConfigs.Core;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Tests.Table;

/// <summary>A scenario over configs that many others save at the same time.</summary>
public sealed class ScenarioUnderEditsTests(TheStore the) : ScenarioStoreTest(the)
{
    [Nightly("Many editors save without a pause.")]
    [Trait("Rule", "R18")]
    [Fact]
    public async Task However_many_edit_its_configs_a_scenario_is_switched_on_and_off()
    {
        var ids = await PrepareAsync(20);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var editors = Enumerable.Range(0, 12).Select(editor => Task.Run(() => EditAsync(ids, editor, stop.Token))).ToList();
        var scenarios = Over(Dynamo, TimeSpan.FromSeconds(20));
        for (var i = 0; i < 10; i++)
        {
            await scenarios.TurnOnAsync(Fire, Until(1), A.Author, Cancelled);
            await scenarios.TurnOffAsync(Fire, A.Author, Cancelled);
        }

        await stop.CancelAsync();
        Assert.True((await Task.WhenAll(editors)).Sum() > 0);
    }

    private async Task<int> EditAsync(List<ConfigId> ids, int editor, CancellationToken stop)
    {
        var edits = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ChangeAsync(ids[Random.Shared.Next(ids.Count)], $"editor {editor}, edit {edits}");
                edits++;
            }
            catch (Exception e) when (e is VersionConflictException or TableBusyException)
            {
                // Someone else saved first.
            }
        }

        return edits;
    }
}
