using FlowConfigs.Publishing.Stacks;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The function before CloudFront's cache, run by Node.</summary>
public sealed class WebRoutesTests
{
    [Theory]
    [InlineData("/", "/index.html")]
    [InlineData("/configs", "/index.html")]
    [InlineData("/configs/field-office~austin", "/index.html")]
    [InlineData("/configs/menu.json", "/index.html")] // an id may have a dot
    [InlineData("/assets/index-DlIzVIEy.js", "/assets/index-DlIzVIEy.js")]
    [InlineData("/auth/callback.html", "/auth/callback.html")]
    [InlineData("/config.json", "/config.json")]
    [InlineData("/icon.svg", "/icon.svg")]
    public async Task Addresses_of_the_app_lead_to_its_page_and_files_stay_files(string address, string file)
    {
        Assert.Equal(WebRoutes.Code, (string)Template.Web.Only("AWS::CloudFront::Function")["FunctionCode"]!);
        var call = $$"""console.log(handler({ request: { uri: '{{address}}' } }).uri)""";
        var (exitCode, output) = await Programs.RunAsync(
            new ProcessCommand("node", ["-e", $"{WebRoutes.Code}\n{call}"], "/"), TestContext.Current.CancellationToken);
        Assert.Equal((0, file), (exitCode, output.Trim()));
    }
}
