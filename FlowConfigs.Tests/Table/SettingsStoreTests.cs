using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Tests.Table;

public sealed class SettingsStoreTests(TheStore the) : IClassFixture<TheStore>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_defaults_hold_until_settings_are_saved_and_every_save_is_a_version()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        Assert.Null(await table.Settings.GetStoredAsync(Cancelled));
        Assert.Equal("en-US", (await table.Settings.GetAsync(Cancelled)).DefaultLanguage);

        await table.Settings.SaveAsync(new() { DefaultLanguage = "es-US" }, 0, A.Author, Cancelled);
        var second = await table.Settings.SaveAsync(new(), 1, new("bob", "Back", Permit.Everything), Cancelled);

        Assert.Equal((2, "bob", "Back"), (second.Version, second.Saved.By, second.Saved.Comment));
        Assert.Equal("en-US", (await table.Settings.GetAsync(Cancelled)).DefaultLanguage);
    }

    [Fact]
    public async Task A_save_on_an_older_version_writes_nothing()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        await table.Settings.SaveAsync(new() { DefaultLanguage = "es-US" }, 0, A.Author, Cancelled);
        foreach (var version in new[] { 0, 7 })
        {
            var conflict = await Assert.ThrowsAsync<DocumentConflictException>(
                () => table.Settings.SaveAsync(new(), version, A.Author, Cancelled));
            Assert.Equal(1, conflict.CurrentVersion);
        }

        Assert.Equal("es-US", (await table.Settings.GetAsync(Cancelled)).DefaultLanguage);
    }

    [Fact]
    public async Task Settings_that_break_a_rule_are_not_saved()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var settings = new SharedSettings { DefaultLanguage = "xx" };
        await Assert.ThrowsAsync<InvalidConfigException>(() => table.Settings.SaveAsync(settings, 0, A.Author, Cancelled));
        Assert.Null(await table.Settings.GetStoredAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_learns_that_the_other_was_first()
    {
        await using var table = await OwnTable.CreateAsync(the.Dynamo);
        var saves = Enumerable.Range(0, 6).Select(_ => SavedAsync()).ToArray();
        Assert.Single(await Task.WhenAll(saves), saved => saved);

        async Task<bool> SavedAsync()
        {
            try
            {
                await table.Settings.SaveAsync(new(), 0, A.Author, Cancelled);
                return true;
            }
            catch (DocumentConflictException)
            {
                return false;
            }
        }
    }
}
