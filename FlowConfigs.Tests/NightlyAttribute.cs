using Xunit.v3;

namespace FlowConfigs.Tests;

/// <summary>
/// A test, or a class of tests, that is too long for each change: `.ci/run` leaves it out, and `.ci/run --all` runs it, at night and before
/// a release.
/// </summary>
/// <param name="why">Why it takes long.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NightlyAttribute(string why) : Attribute, ITraitAttribute
{
    public string Why => why;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Run", "nightly")];
}

/// <summary>Why several tests are nightly.</summary>
internal static class Because
{
    public const string ItPublishes = "The whole of publish, which compiles every function, takes minutes.";
    public const string ItDeploysIntoAMock = "Every stack is deployed into a mock of AWS.";
    public const string ItRunsOpsAgainAndAgain = "Each test runs several ops commands, with a fault at each of their steps.";
    public const string OfTheOtherSize = "The same page is tested at the other size.";
    public const string ItVisitsEveryPage = "The test visits every page.";
    public const string ItIsAnotherPage = "Each change tests where a person signs in, edits, saves, or switches in an emergency. This is another page.";
}
