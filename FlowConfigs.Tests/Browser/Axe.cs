using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FlowConfigs.Tests.Browser;

/// <summary>What axe finds on a page, its frames included, that would keep somebody out.</summary>
internal static class Axe
{
    public static async Task ExpectNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }
}
