namespace FlowConfigs.Core.Table;

/// <summary>One field of something that was changed.</summary>
/// <param name="Path">Which, by names: <c>variables.Closure.value</c>, <c>prompts.Welcome.texts.en-US.voice</c>.</param>
/// <param name="Before">What it was; null when it was not there.</param>
/// <param name="After">What it is; null when it no longer exists.</param>
public sealed record FieldChange(string Path, string? Before, string? After);
