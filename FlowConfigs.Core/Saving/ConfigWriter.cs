using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Settings;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>The one way to save a config: its keys are fixed, the rules hold, and nobody else was first.</summary>
public sealed class ConfigWriter(ConfigStore store, SettingsStore settings, TimeProvider time)
{
    /// <summary>Checks a config against its chain and saves it as its next version.</summary>
    /// <param name="draft">The config; <see cref="Config.Version"/> is the version that it is based on, 0 to create it.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved, then its parents: what this save made, whoever may save after it.</returns>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="VersionConflictException">It is at another version, exists already, or not any more.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB, or its largest answer is not below 32 KB.</exception>
    public Task<IReadOnlyList<Config>> WriteAsync(Config draft, Author author, CancellationToken cancellationToken) =>
        WriteAsync(draft, _ => draft, author, cancellationToken);

    /// <summary>Changes a config, as <see cref="WriteAsync(Config, Author, CancellationToken)"/> does, by what is saved.</summary>
    /// <param name="id">The config.</param>
    /// <param name="version">The version that the change is based on.</param>
    /// <param name="change">Gives the config with the change.</param>
    /// <param name="author">Who changes it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    public Task<IReadOnlyList<Config>> ChangeAsync(
        ConfigId id, int version, Func<Config, Config> change, Author author, CancellationToken cancellationToken) =>
        WriteAsync(new() { Id = id, Version = version }, saved => change(saved!), author, cancellationToken);

    private async Task<IReadOnlyList<Config>> WriteAsync(
        Config based, Func<Config?, Config> draft, Author author, CancellationToken cancellationToken)
    {
        var chain = await store.GetChainAsync(based.Id, cancellationToken);
        var saved = chain.FirstOrDefault(config => config.Id == based.Id);
        if (based.Version != (saved?.Version ?? 0))
            throw new VersionConflictException(based.Id, saved) { Exists = based.Version == 0 };

        IReadOnlyList<Config> parents = [.. chain.Where(config => config != saved)];
        var config = await CheckAsync(draft(saved), saved, parents, author.Comment, cancellationToken);
        return [await store.SaveAsync(config, saved, author, cancellationToken), .. parents];
    }

    /// <summary>Gives a config as it would be saved, or says what is wrong with it.</summary>
    /// <param name="draft">The config as somebody sent it.</param>
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
        var (config, problems, tooLarge) = await JudgeAsync(draft, saved, parents, keysBelow, patterns, cancellationToken);
        if (comment?.Length > ConfigRules.MaxDescription)
            problems = [.. problems, new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")];
        return problems is not [] ? throw new InvalidConfigException(problems)
            : tooLarge is not null ? throw tooLarge
            : config;
    }

    /// <summary>Gives a config as it would be saved, with everything that stands in the way.</summary>
    public async Task<(Config Config, IReadOnlyList<Problem> Problems)> TryCheckAsync(
        Config draft, Config? saved, IReadOnlyList<Config> parents, CancellationToken cancellationToken)
    {
        var (config, problems, tooLarge) = await JudgeAsync(draft, saved, parents, null, null, cancellationToken);
        return (config, tooLarge is null ? problems : [.. problems, new("", tooLarge.Message)]);
    }

    private async Task<(Config Config, IReadOnlyList<Problem> Problems, ConfigTooLargeException? TooLarge)> JudgeAsync(
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
        var limits = (await settings.GetAsync(cancellationToken)).Limits;
        IReadOnlyList<Problem> problems =
        [
            .. ConfigRules.Problems(config, saved, parents, keysBelow ?? KeysOf(below), now, patterns),
            .. LimitRules.Problems(config, saved, limits),
        ];
        if (!largest.Fits)
            return (config, problems, ConfigTooLargeException.Answer(config.Id, largest));
        var found = await new ConfigsBelow(store).FirstTooLargeAsync(chain, below, now, cancellationToken);
        return (config, problems, found is { } office ? ConfigTooLargeException.Answer(office.Id, office.Answer) : null);
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
