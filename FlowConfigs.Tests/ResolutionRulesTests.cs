using System.Reflection;
using System.Text.RegularExpressions;

namespace FlowConfigs.Tests;

/// <summary>docs/resolution-rules.md and the tests that cite it belong together.</summary>
public partial class ResolutionRulesTests
{
    [Fact]
    public async Task Every_rule_has_a_test_that_cites_it_and_every_test_cites_a_rule_that_is_there()
    {
        var page = await File.ReadAllTextAsync(Repository.Path("docs/resolution-rules.md"), TestContext.Current.CancellationToken);
        var cited = typeof(ResolutionRulesTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Rule")
            .Select(trait => trait.Value);
        Assert.Equal(RuleNumber().Matches(page).Select(m => m.Groups[1].Value).Order(), cited.Distinct().Order());
    }

    [GeneratedRegex(@"(?m)^\*\*(R\d+)\.")]
    private static partial Regex RuleNumber();
}
