namespace FlowConfigs.Core;

/// <summary>One thing that is wrong with a config.</summary>
/// <param name="Path">Where, as in its JSON: <c>variables[0].value</c>, <c>overrides.Closure.value</c>.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Problem(string Path, string Message);

/// <summary>A config breaks the rules; nothing was written.</summary>
public sealed class InvalidConfigException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(" ", problems.Select(p => $"{p.Path}: {p.Message}")))
{
    /// <summary>Everything that is wrong, not only the first thing.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
