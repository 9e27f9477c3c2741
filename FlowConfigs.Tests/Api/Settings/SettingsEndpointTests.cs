using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowConfigs.Api.Settings;
using FlowConfigs.Core.Table;
using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api.Settings;

/// <summary>/api/settings, on a table apart: what another language does to every config is no business of the other tests.</summary>
public sealed class SettingsEndpointTests(TheSystem the) : IClassFixture<TheSystem>, IAsyncLifetime
{
    private readonly ConfigsClient api = new(the.Running.ApiAtScale);

    // Wide enough for the tests of many offices, which have the same table.
    private static object Limits { get; } = new { longestChangeDays = 1830, longestScenarioHours = 8000, promptCharacters = 2999 };

    public async ValueTask InitializeAsync() =>
        await FlowConfigsTable.EnsureAsync(the.Running.Dynamo, MoreApis.TableAtScale, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Settings_are_saved_on_the_version_that_was_read_and_come_with_the_limits_of_the_product()
    {
        var (tag, version) = await ReadAsync();
        var saved = await Put(tag, Body("fr-CA", "Gabrielle"));
        Assert.Equal((HttpStatusCode.OK, $"\"{version + 1}\""), (saved.StatusCode, saved.Headers.ETag?.Tag));

        var read = await (await api.Send(HttpMethod.Get, "/api/settings")).Json();
        Assert.Equal(["en-US", "es-US", "fr-CA"], read["languages"]!.AsArray().Select(language => (string)language!["tag"]!));
        Assert.Equal((2999, 32768, 409600, 49), (
            (int)read["limits"]!["promptCharacters"]!,
            (int)read["productLimits"]!["answerBytes"]!,
            (int)read["productLimits"]!["configBytes"]!,
            (int)read["productLimits"]!["scenarioConfigs"]!));
        Assert.Equal("admin@example.com", (string)read["saved"]!["by"]!);
    }

    [Fact]
    public void Settings_that_nobody_has_saved_are_at_version_0() =>
        Assert.Equal((0, null), (SettingsResponse.Of(null).Version, SettingsResponse.Of(null).Saved));

    [Fact]
    public async Task A_save_on_an_older_version_is_refused_with_412_and_the_current_version()
    {
        var (tag, version) = await ReadAsync();
        await Put(tag, Body("fr-CA", "Gabrielle"));
        var problem = await Put(tag, Body("de-DE", "Vicki")).Refused(412, "Someone else saved first");
        Assert.Equal(version + 1, (int)problem["currentVersion"]!);
    }

    [Fact]
    public async Task A_save_without_If_Match_is_refused_with_428() =>
        await api.Send(HttpMethod.Put, "/api/settings", Body("fr-CA", "Gabrielle")).Refused(428, "If-Match");

    [Theory]
    [InlineData("{}", "body", "missing")]
    [InlineData(
        """
        {
          "languages": [null],
          "defaultLanguage": "en-US",
          "limits": { "longestChangeDays": 1, "longestScenarioHours": 1, "promptCharacters": 1 }
        }
        """, "languages[0]", "Needs")]
    [InlineData("""{ "languages": [{ "tag": "en-US", "voice": null }] }""", "languages[0].voice", "Must have the type")]
    [InlineData("""{ "limits": { "longestChangeDays": 1.5 } }""", "limits.longestChangeDays", "Must have the type")]
    [InlineData("""{ "limits": { "longestChangeDays": 1 } }""", "limits", "missing")]
    [InlineData("""{ "polly": 1 }""", "polly", "not a field")]
    public async Task Bad_settings_are_refused_with_the_path_of_each_problem_and_nothing_is_written(
        string body, string path, string message)
    {
        var (tag, _) = await ReadAsync();
        var problem = await Put(tag, body).Refused(400, "");
        var errors = problem["errors"]!.AsObject().ToDictionary(error => error.Key, error => (string)error.Value![0]!);
        Assert.Contains(path, errors.Keys);
        Assert.Contains(message, errors[path]);
        Assert.Equal(tag, (await ReadAsync()).Tag);
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_refused()
    {
        var (tag, _) = await ReadAsync();
        await Put(tag, Body("fr-CA", "Gabrielle", new string('a', 2001))).Refused(400, "comment");
    }

    private static string Body(string tag, string voice, string? comment = null) => JsonSerializer.Serialize(new
    {
        languages = new[] { new { tag = "en-US", voice = "Joanna" }, new { tag = "es-US", voice = "Lupe" }, new { tag, voice } },
        defaultLanguage = "en-US",
        limits = Limits,
        comment,
    });

    private async Task<(string Tag, int Version)> ReadAsync()
    {
        var read = await api.Send(HttpMethod.Get, "/api/settings");
        JsonNode settings = await read.Json();
        return (read.Headers.ETag!.Tag, (int)settings["version"]!);
    }

    private Task<HttpResponseMessage> Put(string ifMatch, string body) => api.Send(HttpMethod.Put, "/api/settings", body, ifMatch);
}
