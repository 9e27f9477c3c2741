using FsCheck;
using FsCheck.Fluent;

namespace FlowConfigs.Tests.Properties;

/// <summary>Properties that need the system and therefore wait: FsCheck's own runner cannot.</summary>
internal static class Sampled
{
    private const int Size = 20;

    /// <summary>Checks some samples; a failure names the seed that makes its sample again.</summary>
    public static async Task ForEachAsync<T>(Gen<T> gen, int count, Func<T, Task> holds)
    {
        for (var i = 0; i < count; i++)
        {
            var seed = (ulong)Random.Shared.NextInt64();
            try
            {
                await holds(gen.Sample(Size, new Rnd(seed), 1)[0]);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException($"It does not hold for new Rnd({seed}): {e.Message}", e);
            }
        }
    }
}
