using FlowConfigs.AppHost;
using Microsoft.Extensions.Configuration;

namespace FlowConfigs.Tests.AppHost;

public sealed class AppHostOptionsTests
{
    [Fact]
    public void Without_options_the_ports_are_those_that_scripts_rely_on()
    {
        var options = Read();

        Assert.Null(options.Problem);
        Assert.Equal((18888, 5180, 5173, 5174), (options.DashboardPort, options.ApiPort, options.WebPort, options.WorkspacePort));
        Assert.Equal((5050, 8000), (options.EmulatorPort, options.DynamoDbPort));
        Assert.Equal((9229, 9230, 9231), (options.CognitoPort, options.IdentityProviderPort, options.VerifiedPermissionsPort));
        Assert.Equal(9232, options.Microsoft365Port);
        Assert.Null(options.DataFolder);
    }

    [Fact]
    public async Task Paths_of_arguments_are_of_the_folder_that_a_person_stands_in()
    {
        // Aspire's SDK would have dotnet run start in the project's folder.
        var project = Repository.Path("FlowConfigs.AppHost/FlowConfigs.AppHost.csproj");
        var asked = new ProcessCommand("dotnet", ["msbuild", project, "-getProperty:RunWorkingDirectory"], Repository.Root);
        Assert.Equal((0, ""), await Programs.RunAsync(asked, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Offset_moves_every_port()
    {
        var options = Read("--port-offset", "100");

        Assert.Equal((18988, 5280, 5273, 5274), (options.DashboardPort, options.ApiPort, options.WebPort, options.WorkspacePort));
        Assert.Equal((5150, 8100), (options.EmulatorPort, options.DynamoDbPort));
        Assert.Equal((9329, 9330, 9331), (options.CognitoPort, options.IdentityProviderPort, options.VerifiedPermissionsPort));
    }

    [Fact]
    public void Data_folder_is_taken_from_where_the_user_is() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "my-data"), Read("--data=my-data").DataFolder);

    [Theory]
    [InlineData("--port-offset ten is not a whole number: write for example --port-offset 100", "--port-offset", "ten")]
    [InlineData("--port-offset 1.5 is not a whole number: write for example --port-offset 100", "--port-offset=1.5")]
    [InlineData("--port-offset 50000 leads to ports that do not exist: it is from -5049 to 46646", "--port-offset", "50000")]
    [InlineData("--port-offset -5050 leads to ports that do not exist: it is from -5049 to 46646", "--port-offset", "-5050")]
    [InlineData("--port-offset needs a value after it", "--port-offset")]
    [InlineData("--data needs a value after it", "--data", "--port-offset", "1")]
    [InlineData(
        "--port-ofset is not an option: there are --port-offset, --data, --sign-in, --web, --operation, --step, --output-path, "
        + "--contact-center",
        "--port-ofset", "1")]
    [InlineData(
        "--contact-center belongs to publishing: add --operation publish --step connect", "--contact-center", "contact-center.json")]
    [InlineData("--sign-in yes is not known: write --sign-in on, or --sign-in off", "--sign-in", "yes")]
    [InlineData("--web fast is not known: write --web dev, or --web built", "--web", "fast")]
    [InlineData("--operation deploy is not known: there are run and publish", "--operation", "deploy")]
    [InlineData("--output-path needs a value after it", "--operation", "publish", "--output-path")]
    public void Mistake_is_told_in_one_line(string problem, params string[] args) => Assert.Equal(problem, Read(args).Problem);

    [Fact]
    public void Somebody_has_to_sign_in_unless_told_otherwise() =>
        Assert.Equal((true, true, false), (Read().SignIn, Read("--sign-in", "on").SignIn, Read("--sign-in=off").SignIn));

    [Fact]
    public void A_model_of_a_Connect_instance_is_taken_from_where_the_user_is() =>
        Assert.Equal(
            Path.Combine(Environment.CurrentDirectory, "model.json"),
            Read("--operation", "publish", "--output-path", "out", "--contact-center", "model.json").ContactCenter);

    [Fact]
    public void Options_of_Aspire_and_dotnet_pass() => Assert.Null(Read("--Parameters:stage=test").Problem);

    private static AppHostOptions Read(params string[] args) =>
        AppHostOptions.Read(new ConfigurationBuilder().AddCommandLine(args).Build(), args);
}
