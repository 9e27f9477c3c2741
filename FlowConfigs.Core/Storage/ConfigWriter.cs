using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Core.Storage;

/// <summary>The one way to save a config: its keys are fixed, the rules hold, and nobody else was first.</summary>
public sealed class ConfigWriter(ConfigStore store)
{
    private const int PageSize = 1000;

    /// <summary>Checks a config against its chain and saves it as its next version.</summary>
    /// <param name="draft">The config; <see cref="Config.Version"/> is the version that it is based on, 0 to create it.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="comment">Why, or null.</param>
    /// <param name="cancellationToken">Ends the wait; the save may still have happened.</param>
    /// <returns>The config as saved, then its parents: what this save made, whoever may save after it.</returns>
    /// <exception cref="InvalidConfigException">It breaks a rule.</exception>
    /// <exception cref="VersionConflictException">It is at another version, exists already, or not any more.</exception>
    /// <exception cref="ConfigTooLargeException">It is above 400 KB, or its largest answer is not below 32 KB.</exception>
    public async Task<IReadOnlyList<Config>> WriteAsync(
        Config draft, string by, string? comment, CancellationToken cancellationToken)
    {
        var chain = await store.GetChainAsync(draft.Id, cancellationToken);
        var saved = chain.FirstOrDefault(config => config.Id == draft.Id);
        if (draft.Version != (saved?.Version ?? 0))
            throw new VersionConflictException(draft.Id, saved);

        IReadOnlyList<Config> parents = [.. chain.Where(config => config != saved)];
        var config = PromptKeys.Fix(draft, saved, parents);
        var problems = ConfigRules.Problems(config, saved, parents, await KeysBelowAsync(config, saved, cancellationToken));
        if (comment?.Length > ConfigRules.MaxDescription)
            problems = [.. problems, new("comment", $"Must have at most {ConfigRules.MaxDescription} characters.")];
        if (problems is not [])
            throw new InvalidConfigException(problems);
        var largest = LargestAnswer.Of(Chain.Of([config, .. parents]));
        return largest.Fits
            ? [await store.SaveAsync(config, by, comment, cancellationToken), .. parents]
            : throw ConfigTooLargeException.Answer(config.Id, largest);
    }

    // Only a new key can clash with what configs below define; most saves bring none and need not look.
    private async Task<Dictionary<string, ConfigId>> KeysBelowAsync(Config config, Config? saved, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<string, ConfigId>();
        if (!config.DefinedKeys().Except(saved?.DefinedKeys() ?? []).Any())
            return keys;
        ConfigPage page;
        ConfigId? after = null;
        do
        {
            page = await store.ListAsync(config.Id, after, PageSize, cancellationToken);
            foreach (var below in page.Items)
            {
                foreach (var key in below.Variables.Concat(below.PromptKeys))
                    keys.TryAdd(key, below.Id);
            }

            after = page.Next;
        }
        while (after is not null);
        return keys;
    }
}
