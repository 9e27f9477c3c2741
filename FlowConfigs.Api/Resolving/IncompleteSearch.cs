using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;
using FlowConfigs.Core.Resolving;

namespace FlowConfigs.Api.Resolving;

/// <summary>A page of configs whose texts are not complete.</summary>
/// <param name="Items">Those of the configs looked through that are not complete.</param>
/// <param name="LookedThrough">How many configs were looked through.</param>
/// <param name="Next">Where the next page begins: pass it as <c>after</c>; null on the last page. A page before it may be empty.</param>
public sealed record IncompletePage(IReadOnlyList<IncompleteConfig> Items, int LookedThrough, ConfigId? Next);

/// <summary>A config whose texts are not complete.</summary>
public sealed record IncompleteConfig(ConfigId Id, CompletenessCounts Counts)
{
    /// <summary>The name that business users see; null shows the id.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>Looks through configs for those whose texts are not complete.</summary>
internal sealed class IncompleteSearch(ConfigStore store, IReadOnlyList<string> offered, DateTimeOffset now, AccessScope scope)
{
    public const int MaxLimit = 1000;

    // Five reads of a hundred: a page is there within a second or so, however few are incomplete.
    private const int MaxLookedThrough = 500;

    public async Task<IncompletePage> RunAsync(PathRange range, int limit, CancellationToken cancellationToken)
    {
        var found = new List<IncompleteConfig>();
        var lookedThrough = 0;
        ConfigId? last = null;
        await foreach (var chain in store.ChainsAsync(range.Within, range.After, cancellationToken))
        {
            if (!scope.Includes(chain[0].Id))
                continue;
            if (found.Count == limit || lookedThrough == MaxLookedThrough)
                return new(found, lookedThrough, last);
            lookedThrough++;
            last = chain[0].Id;
            var completeness = Completeness.Of(Chain.Of(chain, now), offered);
            if (!completeness.Complete)
                found.Add(new(completeness.Id, completeness.Counts) { DisplayName = completeness.DisplayName });
        }

        return new(found, lookedThrough, null);
    }
}
