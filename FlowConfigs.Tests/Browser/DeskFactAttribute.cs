using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace FlowConfigs.Tests.Browser;

/// <summary>A story that is the same on a phone: it is told at a desk alone, and another story shows that page on a phone.</summary>
[XunitTestCaseDiscoverer(typeof(DeskFactDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeskFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line);

/// <summary>Finds such a story in every class but those that end with OnPhoneTests.</summary>
public sealed class DeskFactDiscoverer : FactDiscoverer
{
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        testMethod.TestClass.Class.Name.EndsWith("OnPhoneTests", StringComparison.Ordinal)
            ? new([])
            : base.Discover(discoveryOptions, testMethod, factAttribute);
}
