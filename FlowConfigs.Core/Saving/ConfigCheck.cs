using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Settings;

namespace FlowConfigs.Core.Saving;

/// <summary>Judges a config that is about to be saved: by the rules, by the limits, and by what it means for the configs below.</summary>
/// <param name="store">The configs.</param>
/// <param name="settings">The limits.</param>
/// <param name="time">The clock.</param>
public sealed class ConfigCheck(ConfigStore store, SettingsStore settings, TimeProvider time)
{
    /// <summary>Gives a config as it would be saved, or says what is wrong with it.</summary>
    /// <param name="draft">The config as the client sent it.</param>
    /// <param name="saved">The version that it is based on; null for a new config.</param>
    /// <param name="parents">Its parents, nearest first.</param>
    /// <param name="comment">Why it is saved, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="keysBelow">
    /// The keys that configs below it define, each with that config's id, where the caller knows them better than the index.
    /// </param>
    /// <param name="patterns">The time that patterns have; null gives this config its own.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="ConfigTooLargeException">Its largest answer, or that of a config below it, is not below 32 KB.</exception>
    public async Task<Config> CheckAsync(
        Config draft, Config? saved, IReadOnlyList<Config> parents, string? comment, CancellationToken cancellationToken,
        IReadOnlyDictionary<string, ConfigId>? keysBelow = null, PatternTime? patterns = null)
    {
        var (config, problems, tooLarge, _) = await JudgeAsync(draft, saved, parents, keysBelow, patterns, cancellationToken);
        if (comment is not null && ConfigRules.DescriptionProblem(comment) is { } message)
            problems = [.. problems, new("comment", message)];
        return problems is not [] ? throw new InvalidConfigException(problems)
            : tooLarge is not null ? throw tooLarge
            : config;
    }

    /// <summary>Gives a config as it would be saved, with everything that stands in the way, and what callers may hear wrong.</summary>
    public async Task<(Config Config, IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Warnings)> TryCheckAsync(
        Config draft, Config? saved, IReadOnlyList<Config> parents, CancellationToken cancellationToken)
    {
        var (config, problems, tooLarge, settings) = await JudgeAsync(draft, saved, parents, null, null, cancellationToken);
        return (config, tooLarge is null ? problems : [.. problems, new("", tooLarge.Message)], [.. SpeechWarnings.Of(config, saved, settings)]);
    }

    private async Task<(
        Config Config, IReadOnlyList<Problem> Problems, ConfigTooLargeException? TooLarge, SharedSettings Settings)> JudgeAsync(
        Config draft, Config? saved, IReadOnlyList<Config> parents, IReadOnlyDictionary<string, ConfigId>? keysBelow,
        PatternTime? patterns, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var config = Drafts.Complete(draft, saved, parents, now);
        CountRules.Check(config);
        IReadOnlyList<Config> chain = [config, .. parents];
        var largest = LargestAnswer.Of(chain, now);
        var grows = saved is null || largest.Bytes > LargestAnswer.Of([saved, .. parents], now).Bytes;
        // Only a new key can clash with what configs below define, and only a larger answer can make theirs too large.
        var below = grows || config.DefinedKeys().Except(saved?.DefinedKeys() ?? []).Any()
            ? await store.ListBelowAsync(config.Id, cancellationToken).ToListAsync(cancellationToken)
            : [];
        var shared = await settings.GetAsync(cancellationToken);
        IReadOnlyList<Problem> problems =
        [
            .. ConfigRules.Problems(config, saved, parents, keysBelow ?? KeysOf(below), now, patterns),
            .. LimitRules.Problems(config, saved, shared.Limits),
        ];
        if (!largest.Fits)
            return (config, problems, largest.TooLargeFor(config.Id), shared);
        var found = await new ConfigsBelow(store).FirstTooLargeAsync(chain, below, now, cancellationToken);
        return (config, problems, found is { } office ? office.Answer.TooLargeFor(office.Id) : null, shared);
    }

    private static Dictionary<string, ConfigId> KeysOf(IEnumerable<ConfigSummary> summaries)
    {
        var keys = new Dictionary<string, ConfigId>();
        foreach (var summary in summaries)
        {
            foreach (var key in summary.Variables.Concat(summary.PromptKeys))
                keys.TryAdd(key, summary.Id);
        }

        return keys;
    }
}
