using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using FlowConfigs.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using ConfigPage = FlowConfigs.Tests.Browser.ConfigPage;

namespace FlowConfigs.Tests.AppHost;

/// <summary>The system as AppHost.cs describes it, without signing in, and with the web app as Vite serves it to developers.</summary>
public sealed class SystemWithoutSignIn : IAsyncLifetime
{
    public static readonly string[] Servers =
    [
        "dynamodb", "identity-provider", "cognito", "verified-permissions", "api", "LambdaServiceEmulator", "get-config", "is-listed",
        "vanity-numbers", "m365", "refresh-calendar", "office-calendar", "deliver-mail", "send-mail",
        "web", "workspace",
    ];

    public DistributedApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.FlowConfigs_AppHost>(["--sign-in", "off"], limit.Token);
        App = await builder.BuildAsync(limit.Token);
        await App.StartAsync(limit.Token);
        foreach (var server in Servers)
            await App.ResourceNotifications.WaitForResourceHealthyAsync(server, limit.Token);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

public sealed class RunningSystemTests(SystemWithoutSignIn system, Chromium chromium) : IClassFixture<SystemWithoutSignIn>
{
    private static readonly string[] OtherFunctions = ["is-listed", "vanity-numbers", "office-calendar", "send-mail"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> SavedEvents =>
        [.. Directory.EnumerateFiles(Repository.Path("FlowConfigs.AppHost/requests"), "*.json").Select(Path.GetFileName).OfType<string>()];

    [Fact]
    public void Every_resource_with_a_health_check_is_waited_for() => Assert.Equal(
        SystemWithoutSignIn.Servers.Order(),
        system.App.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .Where(resource => resource.Annotations.OfType<HealthCheckAnnotation>().Any()).Select(resource => resource.Name).Order());

    [Fact]
    public void Ports_are_not_those_of_a_system_that_a_developer_runs_meanwhile()
    {
        Assert.NotEqual(5180, system.App.GetEndpoint("api").Port);
        Assert.NotEqual(8000, system.App.GetEndpoint("dynamodb").Port);
    }

    [Fact]
    public async Task Seeded_configs_are_in_the_api_and_the_web_app_passes_requests_on_to_it()
    {
        using var web = system.App.CreateHttpClient("web");

        Assert.Contains("<div id=\"root\"", await web.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var answer = await web.GetAsync("/api/configs", Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("BasicQueue", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_signing_in_everybody_may_do_everything()
    {
        using var api = system.App.CreateHttpClient("api");

        var settings = await api.GetFromJsonAsync<JsonElement>("/api/public-settings", Stop);
        Assert.Equal(JsonValueKind.Null, settings.GetProperty("signIn").ValueKind);
        var me = await api.GetFromJsonAsync<JsonElement>("/api/me", Stop);
        Assert.Equal("local", me.GetProperty("email").GetString());
        Assert.Equal("/", Assert.Single(me.GetProperty("rights").EnumerateArray()).GetProperty("path").GetString());
    }

    [Nightly("The whole system starts once more.")]
    [Fact]
    public async Task Without_signing_in_the_web_app_asks_nobody()
    {
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(system.App.GetEndpoint("web"), ConfigPage.Path("BasicQueue")).ToString());

        await Expect(new ConfigPage(page).SaveBar).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account") })).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(SavedEvents))]
    public async Task Saved_event_is_a_command_that_shows_the_answer(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);

        var result = await system.App.ResourceCommands.ExecuteCommandAsync(
            OtherFunctions.FirstOrDefault(function => name.StartsWith(function, StringComparison.Ordinal)) ?? "get-config",
            $"send-{name}", Stop);

        Assert.True(result.Success, $"{result.Message}: {result.Data?.Value}");
        Assert.Equal(CommandResultFormat.Json, result.Data!.Format);
        var answer = JsonSerializer.Deserialize<Dictionary<string, string>>(result.Data.Value)!;
        string[] finding = ["unknown-config-no-language", "vanity-numbers-anonymous"];
        Assert.Equal(finding.Contains(name) ? "false" : "true", answer.GetValueOrDefault("_found") ?? answer["Accepted"]);
    }
}
