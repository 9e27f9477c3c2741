
namespace FlowConfigs.Tests.Publishing;

/// <summary>AWS's own linter, where it is installed: pip install cfn-lint.</summary>
public sealed class CfnLintTests
{
    [Fact]
    public async Task The_templates_are_what_CloudFormation_takes()
    {
        Assert.SkipWhen(
            Programs.Find("cfn-lint") is null,
            "cfn-lint is not installed (pip install cfn-lint); it checks types and values of properties");
        var folder = Directory.CreateTempSubdirectory("flow-configs-lint-");
        try
        {
            foreach (var template in Template.All)
            {
                var text = template.Text.Replace("\\u003Ccontent-hash\\u003E", "0123456789abcdef", StringComparison.Ordinal);
                var file = Path.Combine(folder.FullName, $"{template.Name}.json");
                await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
            }

            foreach (var file in Directory.EnumerateFiles(Repository.Path("aws-templates/connect"), "*.json", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "templates"))
            {
                var instance = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)));
                File.Copy(file, Path.Combine(folder.FullName, $"{instance}-{Path.GetFileName(file)}"));
            }

            var (exitCode, output) = await Programs.RunAsync(
                new ProcessCommand("cfn-lint", ["--regions", "us-east-1", "us-west-2", "--", .. Directory.GetFiles(folder.FullName)], "/"),
                TestContext.Current.CancellationToken);
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
