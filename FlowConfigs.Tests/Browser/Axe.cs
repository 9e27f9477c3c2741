using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>What axe finds on a page, its frames included, that would keep somebody out.</summary>
internal static class Axe
{
    // WCAG 2.2's size of targets is off by default: https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
    private static readonly AxeRunOptions Options = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    // Of all rules these two look at colours.
    private static readonly AxeRunOptions ColoursOnly = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
    };

    public static Task ExpectNothingAsync(IPage page) => ExpectNothingAsync(page, Options);

    private static async Task ExpectNothingAsync(IPage page, AxeRunOptions options)
    {
        // What the sticky notifications happen to cover half is not too small.
        await page.EvaluateAsync("window.scrollTo(0, 0)");
        var result = await page.RunAxe(options);
        Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }

    /// <summary>As the page stands, with whatever is open on it, in light and in dark; leaves it light.</summary>
    public static async Task ExpectNothingInLightAndDarkAsync(IPage page)
    {
        await InAsync(ColorScheme.Dark, ColoursOnly);
        await InAsync(ColorScheme.Light, Options);

        async Task InAsync(ColorScheme colours, AxeRunOptions options)
        {
            // Reduced motion: axe would measure the contrast of colours on their way from one to the other.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            await ExpectNothingAsync(page, options);
        }
    }
}
