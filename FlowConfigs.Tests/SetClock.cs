namespace FlowConfigs.Tests;

/// <summary>A clock that a test sets.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = A.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
