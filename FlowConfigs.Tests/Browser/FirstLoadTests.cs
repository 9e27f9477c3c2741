using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FlowConfigs.Tests.Browser;

/// <summary>What a first visit loads, out of the web app's build; and the emergency page without a connection.</summary>
public sealed partial class FirstLoadTests(TheSystem the, BuiltWeb web, Chromium chromium, ITestOutputHelper output)
    : IClassFixture<TheSystem>, IClassFixture<BuiltWeb>
{
    private const double MostScript = 420;
    private const double MostStyle = 120;
    private const double MostOfEmergency = 260;

    // Of 12 requests four are for the page's address, config.json, who is there, and the scenarios.
    private const int MostFilesOfEmergency = 8;

    private static readonly string[] List = ["index.html", "user-pool", "src/frame/desk.tsx", "src/pages/configs/configs-page.tsx", "src/pages/configs/configs-table.tsx"];
    private static readonly string[] Emergency = ["index.html", "user-pool"];

    [Fact]
    public async Task The_list_of_configs_loads_little()
    {
        var files = await web.FilesAsync(List);
        var script = web.Kilobytes(files.Where(file => file.EndsWith(".js", StringComparison.Ordinal)));
        var style = web.Kilobytes(files.Where(file => file.EndsWith(".css", StringComparison.Ordinal)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{script:F0} kB of script and {style:F0} kB of styles, gzipped"));
        Assert.InRange(script, 1, MostScript);
        Assert.InRange(style, 1, MostStyle);
    }

    [Fact]
    public async Task The_emergency_page_loads_little_and_the_service_worker_keeps_just_that()
    {
        var files = await web.FilesAsync(Emergency);
        var all = web.Kilobytes(files.Append("index.html"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all:F0} kB in {files.Count} files, gzipped"));
        Assert.InRange(all, 1, MostOfEmergency);
        Assert.InRange(files.Count, 1, MostFilesOfEmergency);
        var kept = JsonSerializer.Deserialize<string[]>(KeptFiles().Match(await web.TextAsync("service-worker.js")).Groups[1].Value)!;
        Assert.Equal(files.Select(file => $"/{file}").Order(), kept.Order());
    }

    [Fact]
    public async Task The_colours_of_Connect_are_a_style_sheet_and_only_a_frame_computes_those_of_its_workspace()
    {
        var files = await web.FilesAsync(List);
        Assert.DoesNotContain(files, file => file.Contains("join-workspace", StringComparison.Ordinal));
        var styles = await Task.WhenAll(files.Where(file => file.EndsWith(".css", StringComparison.Ordinal)).Select(web.TextAsync));
        Assert.Contains(styles, style => style.Contains("--color-background-button-primary-default", StringComparison.Ordinal)
            && style.Contains("#077398", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_AppHost_serves_no_code_for_developers()
    {
        using var http = new HttpClient { BaseAddress = the.Running.Web };
        var page = await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var react = await http.GetStringAsync(new Uri(ReactFile().Match(page).Value, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("jsxDEV", react);
    }

    [Fact]
    public async Task The_app_can_be_installed_under_an_icon_of_its_own()
    {
        using var manifest = JsonDocument.Parse(await web.TextAsync("manifest.json"));
        Assert.Equal("/emergency", manifest.RootElement.GetProperty("start_url").GetString());
        Assert.Contains("manifest.json", await web.TextAsync("index.html"), StringComparison.Ordinal);
        Assert.All(
            manifest.RootElement.GetProperty("icons").EnumerateArray().Select(icon => icon.GetProperty("src").GetString()!),
            icon => Assert.NotEqual(0, web.Kilobytes([icon.TrimStart('/')])));
    }

    [Fact]
    public async Task Without_a_connection_the_emergency_page_says_what_it_knows_and_of_when()
    {
        var address = await web.ServeAsync(the.Running.Api.BaseAddress!);
        var options = Screen.Phone.Options();
        options.StorageState = await the.Running.SignIn.StorageStateAsync("manager", address);
        await using var context = await chromium.NewContextAsync(options);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, "/emergency").ToString());
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Fire real" })).ToBeVisibleAsync();
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");

        await context.SetOfflineAsync(true);
        await page.GotoAsync(new Uri(address, "/emergency").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Emergency" })).ToBeVisibleAsync();
        await Expect(page.GetByText("You are offline. This is the last known state, from")).ToBeVisibleAsync();
        await Expect(page.GetByText("call a colleague who is online")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Fire real" })).ToContainTextAsync("Was o");
        await Axe.ExpectNothingInLightAndDarkAsync(page);
        await page.ScreenshotAsync(new() { Path = Repository.Path("artifacts/screenshots/emergency-offline-phone.png"), FullPage = true });

        await context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Fire real" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("/assets/react-[^\"]*\\.js")]
    private static partial Regex ReactFile();

    [GeneratedRegex(@"const files = (\[.*\]);")]
    private static partial Regex KeptFiles();
}
