using FlowConfigs.Api.Http;
using FlowConfigs.Core;
using FlowConfigs.Core.Access;
using FlowConfigs.Core.Configs;

namespace FlowConfigs.Api.Configs;

/// <summary>A page of configs, filtered by path and by a text in id, description, or a variable's or prompt's name, or in any of their display names.</summary>
internal sealed record ConfigSearch
{
    private const int MaxLimit = 5000;

    // A read is at most 1 MB of the table, twice that in JSON and a third more in base64, and Lambda's answer at most 6 MB:
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int MostReads = 2;

    public ConfigSearch(string? text, PathRange range, int? limit, AccessScope scope) =>
        (Text, Below, After, Limit, Scope) = (text?.Trim() ?? "", range.Within, range.After, Limits.Of(limit, 100, MaxLimit), scope);

    private string Text { get; }

    private ConfigId? Below { get; }

    private ConfigId? After { get; }

    private int Limit { get; }

    /// <summary>What the caller may see.</summary>
    private AccessScope Scope { get; }

    public async Task<ConfigPage> RunAsync(ConfigStore store, CancellationToken cancellationToken)
    {
        var found = new List<ConfigSummary>();
        if (Below is not null && After is null && await store.GetAsync(Below, cancellationToken) is { } top)
            found.AddRange(new[] { ConfigSummary.Of(top) }.Where(Matches));
        // The index begins below the path's own config.
        var after = After == Below ? null : After;
        var reads = 0;
        do
        {
            // Without a text every summary matches, if the caller may see it; with one, few do.
            var most = Text == "" && Scope.IsEverything ? Math.Max(1, Limit - found.Count) : MaxLimit;
            var page = await store.ListAsync(Below, after, most, cancellationToken);
            List<ConfigSummary> matches = [.. page.Items.Where(Matches)];
            found.AddRange(matches);
            after = page.Next;
            if (matches.Count > 0)
                reads++;
        }
        while (after is not null && found.Count < Limit && reads < MostReads);

        return found.Count > Limit || after is not null
            ? new(found[..Math.Min(found.Count, Limit)], found.Count < Limit ? after : found[Limit - 1].Id)
            : new(found, null);
    }

    private bool Matches(ConfigSummary summary) =>
        Scope.Includes(summary.Id)
        && summary.Variables.Concat(summary.Prompts).Prepend(summary.Description).Prepend(summary.Id.Value)
            .Append(summary.DisplayName ?? "").Concat(summary.DisplayNames?.Values ?? [])
            .Any(field => field.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
