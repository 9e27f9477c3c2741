using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The app on a public address and its API on a private one, as with a private API in AWS.</summary>
[Nightly(Because.ItIsAnotherPage)]
public sealed class LocalNetworkTests(TheSystem the) : IClassFixture<TheSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // https://developer.chrome.com/blog/local-network-access
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_API_that_the_browser_blocks_is_said_with_the_remedy_and_an_allowed_one_answers(bool isAllowed)
    {
        var (web, api) = (the.Running.Web, the.Running.Api.BaseAddress!);
        await using var chromium = new ChromiumWithNetworks(web, api);
        await using var context = await chromium.NewContextAsync(new()
        {
            ServiceWorkers = ServiceWorkerPolicy.Block,
            StorageState = await the.Running.SignIn.StorageStateAsync("admin", web),
        });
        if (isAllowed)
            await context.GrantPermissionsAsync(["local-network-access"]);
        var page = await context.NewPageAsync();
        var settings = await the.Running.Api.GetFromJsonAsync<JsonNode>("/api/public-settings", Cancelled);
        var region = new JsonObject { ["name"] = "us-east-1", ["apiUrl"] = api.GetLeftPart(UriPartial.Authority), ["signIn"] = settings!["signIn"]!.DeepClone() };
        await page.RouteAsync("**/config.json", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = new JsonObject { ["regions"] = new JsonArray(region) }.ToJsonString(),
        }));
        await page.GotoAsync(new Uri(web, "/configs?text=BasicQueue").ToString());

        var expected = isAllowed ? page.GetByText("BasicQueue").First : page.GetByText("LocalNetworkAccessAllowedForUrls").First;
        await Expect(expected).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }
}
