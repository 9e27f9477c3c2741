using FlowConfigs.Core.Aliases;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;
using FlowConfigs.Core.Table;

namespace FlowConfigs.Core.Saving;

/// <summary>A config on its way to another id.</summary>
/// <param name="Before">The config under its old id.</param>
/// <param name="After">The config as it is written under its new id.</param>
/// <param name="Copy">What is there already, from a move that did not get to its end; null when nothing is.</param>
/// <param name="Aliases">The aliases that point at the old id.</param>
/// <param name="HasChildren">Whether others inherit from it.</param>
/// <param name="UnusedKeys">The keys to which it gives values and that no config defines in its new place.</param>
internal sealed record MoveStep(
    Config Before, Config After, Config? Copy, IReadOnlyList<Stored<Alias>> Aliases, bool HasChildren, IReadOnlyList<string> UnusedKeys)
{
    /// <summary>The new and the old current item, their versions, the check of or the deletion of an alias, the alias that stays.</summary>
    private const int ItemsWithoutAliases = 4 + AliasKind.ItemsOfDeletion + 3;

    /// <summary>Most aliases that move with their config in one transaction.</summary>
    private const int MaxAliases = (Transaction.MaxItems - ItemsWithoutAliases) / AliasKind.ItemsOfSave;

    /// <summary>
    /// Whether it is copied first and taken from its old place last: those below must have it as their parent in both places
    /// until they have moved, and more aliases than a transaction takes must have something to point at.
    /// </summary>
    public bool CopiedFirst => HasChildren || Copy is not null || Aliases.Count > MaxAliases;

    public int Items => ItemsWithoutAliases + (AliasKind.ItemsOfSave * Aliases.Count);

    // Two items in the new place, and one with the same text in the old one.
    public required int Bytes { get; init; }
}

/// <summary>Everything that a move reads and checks before it writes anything.</summary>
internal sealed class MovePlan(ConfigStore configs, AliasStore aliases, ConfigMove move, DateTimeOffset now)
{
    private readonly Dictionary<ConfigId, MoveStep> steps = [];
    private readonly PatternTime patterns = new();

    /// <summary>Reads and checks; the steps are in the order of the path, the top first.</summary>
    public async Task<IReadOnlyList<MoveStep>> ReadAsync(CancellationToken cancellationToken)
    {
        if (move.To == move.From || move.To.IsBelow(move.From))
            throw new InvalidConfigException([new("to", "Must be another id, and not one below the config itself.")]);
        var below = await configs.ListBelowAsync(move.From, cancellationToken).Select(c => c.Id).ToListAsync(cancellationToken);
        var here = await configs.GetManyAsync([.. move.From.Path, .. below], cancellationToken);
        var moving = here.Values.Where(c => c.Id == move.From || c.Id.IsBelow(move.From)).OrderBy(c => c.Id.Path.Count())
            .ThenBy(c => c.Id.Value, StringComparer.Ordinal).ToList();
        CheckStart(here, moving);
        var there = await configs.GetManyAsync([.. move.To.Path, .. moving.Skip(1).Select(c => NewId(c.Id))], cancellationToken);
        var others = await OthersBelowAsync([.. moving.SelectMany(c => new[] { c.Id, NewId(c.Id) })], cancellationToken);
        var keys = KeysOf(others);
        var links = await aliases.StoredOfAsync(moving, cancellationToken);
        var problems = new List<Problem>();
        foreach (var config in moving)
        {
            var step = StepOf(config, there, moving, links[config.Id]);
            steps.Add(step.After.Id, step);
            if (step.Copy is null)
                problems.AddRange(Problems(step, here, there, keys));
        }

        if (problems.Count > 0)
            throw new InvalidConfigException(problems);
        await RefuseTooLargeBelowAsync(there, others, cancellationToken);
        return [.. steps.Values];
    }

    private void CheckStart(IReadOnlyDictionary<ConfigId, Config> here, List<Config> moving)
    {
        var top = here.GetValueOrDefault(move.From) ?? throw new VersionConflictException(move.From, null);
        if (top.Version != move.Version)
            throw new ConfigsChangedException(new Dictionary<ConfigId, int?> { [top.Id] = top.Version });
        if (moving.Count > 1 && !move.Children)
            throw ConfigDeletes.HasChildren(move.From, moving[1].Id, moving.Count - 1, "children: true to move them too");
        foreach (var config in moving)
        {
            if (config.Scenarios.FirstOrDefault(scenario => scenario.Until > now) is { } scenario)
            {
                throw new BlockedOperationException(
                    $"The scenario {scenario.Id} is on for {config.Id} until {scenario.Until:u}. Switch it off first.");
            }
        }
    }

    private ConfigId NewId(ConfigId id)
    {
        var text = move.To.Value + id.Value[move.From.Value.Length..];
        return ConfigId.TryParse(text, out var moved, out var problem)
            ? moved
            : throw new InvalidConfigException([new("to", $"{id} can't be moved there. {problem}")]);
    }

    private MoveStep StepOf(
        Config config, IReadOnlyDictionary<ConfigId, Config> there, List<Config> moving, IReadOnlyList<Stored<Alias>> links)
    {
        var after = MoveRules.Moved(config, NewId(config.Id), now);
        var copy = there.GetValueOrDefault(after.Id);
        if (copy is not null && !(copy.MovedFrom is [var from, ..] && from.Id == config.Id))
            throw new BlockedOperationException($"There is a config {after.Id} already. Delete it first, or choose another id.");
        if (copy is { Saved.Action: not SaveAction.Moved } && copy.MovedFrom[0].Version != config.Version)
        {
            throw new BlockedOperationException($"{config.Id} and {after.Id} were both changed since an earlier move. "
                + "Bring the changes together in one of them, and delete the other.");
        }

        var hasChildren = moving.Any(other => other.Id.IsBelow(config.Id));
        return new(config, after, copy, links, hasChildren, MoveRules.UnusedKeys(after, Parents(after.Id, there), now))
        {
            Bytes = 2 * configs.Items.SizeOf(new(null, after)),
        };
    }

    private IEnumerable<Problem> Problems(
        MoveStep step,
        IReadOnlyDictionary<ConfigId, Config> here,
        IReadOnlyDictionary<ConfigId, Config> there,
        Dictionary<string, ConfigId> keys)
    {
        var parents = Parents(step.After.Id, there);
        var keysBelow = keys.Where(key => key.Value.IsBelow(step.After.Id)).ToDictionary();
        List<Config> parentsBefore = [.. step.Before.Id.Path.Skip(1).Where(here.ContainsKey).Select(id => here[id])];
        var path = step.Before.Id == move.From ? "" : $"{step.Before.Id}: ";
        foreach (var problem in MoveRules.Problems(step.After, parents, keysBelow, step.Before, parentsBefore, now, patterns))
            yield return problem with { Path = path + problem.Path };
        if (LargestAnswer.Of([step.After, .. parents], now) is { Fits: false } largest)
            throw largest.TooLargeFor(step.After.Id);
    }

    private List<Config> Parents(ConfigId newId, IReadOnlyDictionary<ConfigId, Config> there) =>
        [.. newId.Path.Skip(1).Select(id => steps.GetValueOrDefault(id)?.After ?? there.GetValueOrDefault(id)).OfType<Config>()];

    // What is below the new id already, although that does not exist yet, will inherit from what comes there.
    private async Task<List<ConfigSummary>> OthersBelowAsync(HashSet<ConfigId> moving, CancellationToken cancellationToken) =>
        await configs.ListBelowAsync(move.To, cancellationToken).Where(other => !moving.Contains(other.Id)).ToListAsync(cancellationToken);

    private static Dictionary<string, ConfigId> KeysOf(IEnumerable<ConfigSummary> others)
    {
        var keys = new Dictionary<string, ConfigId>();
        foreach (var other in others)
        {
            foreach (var key in other.Variables.Concat(other.PromptKeys))
                keys.TryAdd(key, other.Id);
        }

        return keys;
    }

    private async Task RefuseTooLargeBelowAsync(
        IReadOnlyDictionary<ConfigId, Config> there, List<ConfigSummary> others, CancellationToken cancellationToken)
    {
        foreach (var step in steps.Values)
        {
            var below = others.Where(other => other.Id.IsBelow(step.After.Id)).ToList();
            IReadOnlyList<Config> chain = [step.After, .. Parents(step.After.Id, there)];
            if (await new ConfigsBelow(configs).FirstTooLargeAsync(chain, below, now, cancellationToken, Afters) is { } office)
                throw office.Answer.TooLargeFor(office.Id);
        }
    }

    private Dictionary<ConfigId, Config> Afters => steps.ToDictionary(step => step.Key, step => step.Value.After);
}
