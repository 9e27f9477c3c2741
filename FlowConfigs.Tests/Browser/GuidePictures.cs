using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>
/// Makes the pictures of the guides anew, in docs/images, of a system with nothing in it but the examples:
/// <c>docs/screenshots</c>. Runs only when asked for.
/// </summary>
public sealed class GuidePictures(TheSystem the, Chromium chromium) : BrowserTest(the, chromium, Screen.Desktop)
{
    private const string Queue = "BasicQueue";
    private const string QueueName = "Main queue";
    private const string Offices = "Field offices";
    private const int MostBytes = 200_000;

    private ConfigPage Config => new(Page);

    private EmergencyPage Emergency => new(Page);

    [Nightly("Written for the documentation, by hand.")]
    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_guides()
    {
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await AdminAsync();
        await BusinessUserAsync();
        await FlowDesignerAsync();
        await OnAPhoneAsync();
    }

    private async Task BusinessUserAsync()
    {
        await OpenAsync(ConfigPage.Path(Queue), QueueName);
        await TakeAsync("config");
        await Config.TurnAsync("Closed");
        await Config.SaveButton.ClickAsync();
        await Expect(Config.Review).ToContainTextAsync("No other config inherits this value.");
        await Config.Comment.FillAsync("Fire alarm, building 2");
        await TakeAsync("save");
        await Config.Review.GetByText("For a limited time").ClickAsync();
        await Config.EndAsync("In 4 hours");
        await Expect(Config.Review).ToContainTextAsync("Then the previous values return.");
        await TakeAsync("until");

        await Configs.ChangeAsync(Queue, config => config["variables"]![0]!["value"] = "true", "Fire alarm, building 2");
        await Configs.ChangeAsync(Queue, config => config["variables"]![0]!["value"] = "false", "False alarm");
        await OpenAsync($"/history/{Queue}", $"History of {QueueName}");
        await Expect(Page.GetByText("False alarm").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("Yes → No").First).ToBeVisibleAsync();
        await TakeAsync("history");
    }

    private async Task AdminAsync()
    {
        await OpenAsync("/configs", "Configs");
        await Expect(Page.GetByText("by seed").First).ToBeVisibleAsync();
        await TakeAsync("configs");
        await OpenAsync(ConfigPage.Path("field-office"), Offices);
        await Config.Button("Add variable").ClickAsync();
        var dialog = Config.Dialog("Add variable");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Retries");
        await dialog.GetByLabel("Display name").FillAsync("Attempts");
        await dialog.GetByLabel("Number").CheckAsync();
        await dialog.GetByLabel("Minimum").FillAsync("1");
        await dialog.GetByLabel("Maximum").FillAsync("5");
        await TakeAsync("add-variable");
        await OpenAsync("/translations/field-office", $"Translations of {Offices}");
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await TakeAsync("translations");
        await OpenAsync("/lists/bad-actors", "bad-actors");
        await Expect(Page.Locator("tbody tr").First).ToBeVisibleAsync();
        await TakeAsync("list");
        await OpenAsync("/emergency/fire-drill/edit", "Edit Fire drill");
        await Expect(Page.GetByLabel("English (US), voice")).ToBeVisibleAsync();
        await TakeAsync("scenario-editor");
    }

    private async Task FlowDesignerAsync()
    {
        await OpenAsync("/callers?config=field-office/austin", "Caller preview");
        await Expect(Page.GetByText("$.External.OfficeName")).ToBeVisibleAsync();
        await TakeAsync("callers");
        await ContactFlowPageTests.FunctionsAsync(Page);
        await OpenAsync($"/flow/{Queue}", $"Contact flow for {QueueName}");
        await TakeAsync("flow");
    }

    private async Task OnAPhoneAsync()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync("/emergency", "Emergency");
        await Expect(Emergency.Scenario("fire-real")).ToBeVisibleAsync();
        await TakeAsync("emergency");
        await Emergency.Link("Fire real").ClickAsync();
        await Expect(Emergency.Effect($"{QueueName} ({Queue})")).ToContainTextAsync("No → Yes");
        await TakeAsync("emergency-second-look");
        await Emergency.Switch.ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Live after");
        await TakeAsync("emergency-live");
        await Emergency.Button("Switch off now").ClickAsync();
        await Expect(Emergency.Outcome).ToContainTextAsync("Off after");
    }

    private async Task OpenAsync(string path, string heading)
    {
        await Page.GotoAsync(Address(path).ToString());
        await Expect(Config.Heading(heading)).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private async Task TakeAsync(string name)
    {
        var picture = await Page.ScreenshotAsync(new()
        {
            Path = Repository.Path($"docs/images/{name}.png"),
            Caret = ScreenshotCaret.Hide,
            Animations = ScreenshotAnimations.Disabled,
        });
        Assert.True(picture.Length <= MostBytes, $"{name}.png has {picture.Length} bytes");
    }
}
