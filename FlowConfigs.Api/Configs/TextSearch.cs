using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Configs;

/// <summary>A page of configs that have a text in their prompts or values.</summary>
/// <param name="Items">Those of the configs looked through that have it.</param>
/// <param name="LookedThrough">How many configs were looked through.</param>
/// <param name="Next">Where the next page begins: pass it as <c>after</c>; null on the last page. A page before it may be empty.</param>
public sealed record TextPage(IReadOnlyList<TextMatch> Items, int LookedThrough, ConfigId? Next);

/// <summary>A config that has a text.</summary>
/// <param name="Id">The config.</param>
/// <param name="Places">Where it has it; the first of them.</param>
public sealed record TextMatch(ConfigId Id, IReadOnlyList<TextPlace> Places);

/// <summary>Looks through configs for a text in their prompts and values.</summary>
internal sealed class TextSearch
{
    private const int ShortestText = 3;
    private const int LongestText = 100;

    // Five reads of a hundred: a page is there within a second or so, however few have the text.
    private const int MaxLookedThrough = 500;

    private readonly string text;

    /// <exception cref="InvalidConfigException">The text is too short or too long to look for; answered with 400.</exception>
    public TextSearch(string? text)
    {
        this.text = text?.Trim() ?? "";
        if (this.text.Length is < ShortestText or > LongestText)
            throw new InvalidConfigException([new("text", $"Must have {ShortestText}–{LongestText} characters.")]);
    }

    /// <param name="store">The configs.</param>
    /// <param name="range">Which configs.</param>
    /// <param name="scope">What the caller may see: of nothing else is the body read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TextPage> RunAsync(ConfigStore store, Http.PathRange range, AccessScope scope, CancellationToken cancellationToken)
    {
        var ids = await store.IdsAsync(range.Within, range.After, cancellationToken)
            .Where(scope.Includes).Take(MaxLookedThrough + 1).ToListAsync(cancellationToken);
        var looked = ids.Take(MaxLookedThrough).ToList();
        var found = new List<TextMatch>();
        foreach (var batch in looked.Chunk(ConfigStore.MaxBatch))
        {
            var configs = await store.GetManyAsync(batch, cancellationToken);
            found.AddRange(batch.Where(configs.ContainsKey)
                .Select(id => new TextMatch(id, TextPlaces.Of(configs[id], text)))
                .Where(match => match.Places.Count > 0));
        }

        return new(found, looked.Count, ids.Count > looked.Count ? looked[^1] : null);
    }
}
