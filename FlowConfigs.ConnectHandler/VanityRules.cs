using FlowConfigs.Core;
using FlowConfigs.Core.Lists;
using FlowConfigs.Core.Settings;
using FlowConfigs.Vanity;

namespace FlowConfigs.ConnectHandler;

/// <summary>The admins' settings for vanity numbers: the list of words that callers must not hear, and how long a call is kept.</summary>
/// <remarks>Both are read again when they are a minute old: a change should be live within the minute.</remarks>
internal sealed class VanityRules(ListStore lists, SettingsStore settings, TimeProvider time)
{
    /// <summary>The list's id; its keys are texts, one word each. Where there is no such list, nothing is blocked.</summary>
    public static readonly ConfigId List = ConfigId.Parse("vanity-blocked-words");

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    private (BlockedWords Blocked, TimeSpan KeepFor, long At)? read;

    /// <exception cref="Exception">The table does not answer. What is not known to be decent is not said.</exception>
    public async Task<(BlockedWords Blocked, TimeSpan KeepFor)> ReadAsync(CancellationToken cancellationToken)
    {
        if (read is not { } known || time.GetElapsedTime(known.At) > GoodFor)
        {
            var blocked = BlockedAsync(cancellationToken);
            var limits = (await settings.GetAsync(cancellationToken)).Limits;
            var keepFor = TimeSpan.FromDays(limits.CallDays ?? SettingsLimits.DefaultCallDays);
            read = known = (new(await blocked), keepFor, time.GetTimestamp());
        }

        return (known.Blocked, known.KeepFor);
    }

    private async Task<List<string>> BlockedAsync(CancellationToken cancellationToken)
    {
        var words = new List<string>();
        string? after = null;
        do
        {
            var page = await lists.PageAsync(List, "", after, ListStore.MaxPage, cancellationToken);
            words.AddRange(page.Items.Where(entry => entry.Value.IsListedAt(time.GetUtcNow())).Select(entry => entry.Id));
            after = page.Next;
        }
        while (after is not null);
        return words;
    }
}
