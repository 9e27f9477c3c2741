using FlowConfigs.Tests.Api.Configs;

namespace FlowConfigs.Tests.Api;

/// <summary>What the page of a contact flow needs to know of the installation.</summary>
public sealed class FunctionsEndpointTests(TheSystem the) : IClassFixture<TheSystem>
{
    [Fact]
    public async Task GetConfig_of_both_Regions_is_named() => Assert.Equal(
        MoreApis.GetConfigArns.Split(',').Select(arn => (arn.Split(':')[3], arn)), await AskAsync(the.Running.ApiAtScale));

    [Fact]
    public async Task An_API_that_was_not_told_names_none() => Assert.Empty(await AskAsync(the.Running.Api));

    private static async Task<IEnumerable<(string, string)>> AskAsync(HttpClient http)
    {
        var functions = await (await new ConfigsClient(http).Send(HttpMethod.Get, "/api/functions")).Json();
        return functions["getConfig"]!.AsArray().Select(one => ((string)one!["region"]!, (string)one["arn"]!));
    }
}
