using FlowConfigs.Tests.AppHost;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The templates and programs that the repository keeps, beside those that publish writes today.</summary>
public sealed class TemplatesInStepTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_repository_keeps_the_templates_that_publish_writes()
    {
        var folder = Directory.CreateTempSubdirectory("flow-configs-templates-");
        try
        {
            var (exitCode, output) = await AppHostProcess.RunAsync(
                ["--operation", "publish", "--step", "templates", "--output-path", folder.FullName]);
            Assert.True(exitCode == 0, output);
            foreach (var file in Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories))
            {
                var kept = Path.Combine("aws-templates", Path.GetRelativePath(folder.FullName, file));
                Assert.True(File.Exists(Repository.Path(kept)), $"{kept} is missing. {Remedy}");
                Assert.True(
                    await File.ReadAllTextAsync(file, Stop) == await File.ReadAllTextAsync(Repository.Path(kept), Stop),
                    $"{kept} is not up to date. {Remedy}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private const string Remedy =
        "Run: dotnet run --project FlowConfigs.AppHost -- --operation publish --step templates --output-path aws-templates";
}
