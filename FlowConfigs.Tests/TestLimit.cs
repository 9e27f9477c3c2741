using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: FlowConfigs.Tests.TestLimit]

namespace FlowConfigs.Tests;

/// <summary>Cancels a test that waits in vain, so that it fails by its name instead of holding up all others.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestLimitAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly ConcurrentDictionary<string, Timer> Running = [];

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        var limit = methodUnderTest.GetCustomAttribute<LongTestAttribute>()?.Limit ?? Limit;
        Running[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), null, limit, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Running.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }
}

/// <summary>A test that works, and does not wait, for longer than the others may take on a busy machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongTestAttribute(int minutes) : Attribute
{
    public TimeSpan Limit => TimeSpan.FromMinutes(minutes);
}
