using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Storage;

/// <summary>The one way to save a config: its keys are fixed, the rules hold, and nobody else was first.</summary>
public sealed class ConfigWriter(ConfigStore store, TimeProvider time)
{
    /// <summary>Checks a config against its chain and saves it as its next version.</summary>
    /// <param name="draft">The config; <see cref="Config.Version"/> is the version that it is based on, 0 to create it.</param>
    /// <param name="author">Who saves it, and why.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved, then its parents: what this save made, whoever may save after it.</returns>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="VersionConflictException">It is at another version, exists already, or not any more.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB, or its largest answer is not below 32 KB.</exception>
    public async Task<IReadOnlyList<Config>> WriteAsync(Config draft, Author author, CancellationToken cancellationToken)
    {
        var chain = await store.GetChainAsync(draft.Id, cancellationToken);
        var saved = chain.FirstOrDefault(config => config.Id == draft.Id);
        if (draft.Version != (saved?.Version ?? 0))
            throw new VersionConflictException(draft.Id, saved);

        IReadOnlyList<Config> parents = [.. chain.Where(config => config != saved)];
        var config = await CheckAsync(draft, saved, parents, author.Comment, cancellationToken);
        return [await store.SaveAsync(config, saved, author, cancellationToken), .. parents];
    }

    /// <summary>Gives a config as it would be saved, or says what is wrong with it.</summary>
    /// <param name="draft">The config as somebody sent it.</param>
    /// <param name="saved">The version that it is based on; null for a new config.</param>
    /// <param name="parents">Its parents, nearest first.</param>
    /// <param name="comment">Why it is saved, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="ConfigTooLargeException">Its largest answer is not below 32 KB.</exception>
    public async Task<Config> CheckAsync(
        Config draft, Config? saved, IReadOnlyList<Config> parents, string? comment, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var config = Drafts.Complete(draft, saved, parents, now);
        var below = await BelowAsync(config, saved, cancellationToken);
        var problems = ConfigRules.Problems(config, saved, parents, KeysOf(below), now);
        if (comment?.Length > ConfigRules.MaxDescription)
            problems = [.. problems, new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")];
        if (problems is not [])
            throw new InvalidConfigException(problems);
        var largest = LargestAnswer.Of([config, .. parents], now);
        return largest.Fits ? config : throw ConfigTooLargeException.Answer(config.Id, largest);
    }

    // Only a new key can clash with what configs below define; most saves bring none and need not look.
    private async Task<IReadOnlyList<ConfigSummary>> BelowAsync(Config config, Config? saved, CancellationToken cancellationToken) =>
        config.DefinedKeys().Except(saved?.DefinedKeys() ?? []).Any()
            ? await store.ListBelowAsync(config.Id, cancellationToken).ToListAsync(cancellationToken)
            : [];

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
