using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>The contact flow that a page offers for download.</summary>
public abstract class ContactFlowPageTests(TheSystem the, Chromium chromium, Screen screen) : BrowserTest(the, chromium, screen)
{
    private FlowPage Flow => new(Page);

    [Fact]
    public async Task A_contact_flow_needs_the_ARN_that_this_installation_does_not_know()
    {
        var id = await Configs.OfficeAsync();
        await Page.GotoAsync(Address($"/flow/{id.Replace('/', '~')}").ToString());
        await Expect(Page.GetByText("This installation does not know its functions.")).ToBeVisibleAsync();
        await Expect(Flow.Button("Download flow")).ToBeDisabledAsync();
        var arn = Page.GetByLabel("ARN of the getConfig function");
        await arn.FillAsync("flow-configs-getConfig");
        await Expect(Page.GetByText("Must be a Lambda function’s ARN")).ToBeVisibleAsync();
        await Expect(Flow.Button("Download flow")).ToBeDisabledAsync();
        await Axe.ExpectNothingInLightAndDarkAsync(Page);
        await arn.FillAsync("arn:aws:lambda:us-east-1:111122223333:function:mine");
        var flow = await DownloadedAsync($"{id.Replace('/', '-')}-flow.json");
        Assert.Equal(id, (string?)flow["LambdaInvocationAttributes"]!["id"]);
        Assert.EndsWith(":mine", (string)flow["LambdaFunctionARN"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_flow_invokes_this_installations_function_in_the_Region_that_is_chosen()
    {
        var id = await Configs.QueueAsync();
        await FunctionsAsync(Page);
        await Page.GotoAsync(Address($"/flow/{id}").ToString());
        var function = Page.GetByLabel("getConfig function", new() { Exact = true });
        await Expect(function).ToContainTextAsync("In us-east-1");
        Assert.Equal(ArnIn("us-east-1"), (string?)(await DownloadedAsync($"{id}-flow-us-east-1.json"))["LambdaFunctionARN"]);
        await ChooseAsync("In us-west-2");
        Assert.Equal(ArnIn("us-west-2"), (string?)(await DownloadedAsync($"{id}-flow-us-west-2.json"))["LambdaFunctionARN"]);
        await ChooseAsync("In the contact’s Region");
        Assert.Equal(ArnIn("$.AwsRegion"), (string?)(await DownloadedAsync($"{id}-flow-every-region.json"))["LambdaFunctionARN"]);
        await ScreenshotAsync("contact-flow");
        await Axe.ExpectNothingInLightAndDarkAsync(Page);

        async Task ChooseAsync(string option)
        {
            await function.ClickAsync();
            await Page.GetByRole(AriaRole.Option, new() { NameRegex = new($"^{option}") }).ClickAsync();
        }
    }

    /// <summary>Answers as an installation in two Regions does.</summary>
    internal static Task FunctionsAsync(IPage page) => page.RouteAsync("**/api/functions", route => route.FulfillAsync(new()
    {
        ContentType = "application/json",
        Body = new JsonObject
        {
            ["getConfig"] = new JsonArray([.. new[] { "us-east-1", "us-west-2" }
                .Select(region => new JsonObject { ["region"] = region, ["arn"] = ArnIn(region) })]),
        }.ToJsonString(),
    }));

    private static string ArnIn(string region) => $"arn:aws:lambda:{region}:111122223333:function:flow-configs-dev-get-config:live";

    /// <summary>What the downloaded flow invokes.</summary>
    private async Task<JsonNode> DownloadedAsync(string name)
    {
        var file = await Page.RunAndWaitForDownloadAsync(() => Flow.Button("Download flow").ClickAsync());
        Assert.Equal(name, file.SuggestedFilename);
        var flow = JsonNode.Parse(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken))!;
        return flow["Actions"]!.AsArray().Single(action => (string)action!["Type"]! == "InvokeLambdaFunction")!["Parameters"]!;
    }

    private sealed class FlowPage(IPage page) : AppPage(page.MainFrame);
}

[Nightly(Because.ItIsAnotherPage)]
public sealed class ContactFlowPageOnDesktopTests(TheSystem the, Chromium chromium) : ContactFlowPageTests(the, chromium, Screen.Desktop);

[Nightly(Because.OfTheOtherSize)]
public sealed class ContactFlowPageOnPhoneTests(TheSystem the, Chromium chromium) : ContactFlowPageTests(the, chromium, Screen.Phone);
