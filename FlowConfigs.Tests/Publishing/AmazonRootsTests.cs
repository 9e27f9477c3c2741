using System.Security.Cryptography.X509Certificates;
using FlowConfigs.Publishing;

namespace FlowConfigs.Tests.Publishing;

/// <summary>The certificate authorities that functions trust.</summary>
public sealed class AmazonRootsTests
{
    [Fact]
    public void They_are_those_of_AWS_and_valid_for_another_year()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Repository.Path($"FlowConfigs.Lambda/{LambdaBuild.Certificates}"));
        Assert.Equal(
            [
                ("Amazon Root CA 1", "2038-01-17"), ("Amazon Root CA 2", "2040-05-26"), ("Amazon Root CA 3", "2040-05-26"),
                ("Amazon Root CA 4", "2040-05-26"), ("Starfield Services Root Certificate Authority - G2", "2037-12-31"),
            ],
            roots.Select(root => (root.GetNameInfo(X509NameType.SimpleName, false), $"{root.NotAfter.ToUniversalTime():yyyy-MM-dd}")));
        Assert.All(roots, root => Assert.True(root.NotAfter > TimeProvider.System.GetUtcNow().AddYears(1), $"{root.Subject} ends soon"));
    }
}
