using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>What axe finds on a page, its frames included, that would keep somebody out.</summary>
internal static class Axe
{
    // WCAG 2.2's size of targets is off by default: https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
    private static readonly AxeRunOptions Options = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    public static async Task ExpectNothingAsync(IPage page)
    {
        // What the sticky notifications happen to cover half is not too small.
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        var result = await page.RunAxe(Options);
        Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }

    /// <summary>As the page stands, with whatever is open on it, in light and in dark; leaves it light.</summary>
    public static async Task ExpectNothingInLightAndDarkAsync(IPage page)
    {
        foreach (var colours in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            // Reduced motion: axe would measure the contrast of colours on their way from one to the other.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            await ExpectNothingAsync(page);
        }
    }
}
