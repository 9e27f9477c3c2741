namespace FlowConfigs.Core.Exchange;

/// <summary>Where a config comes from.</summary>
/// <param name="Where">Its place in the file, such as <c>line 3</c>; empty where the id says it.</param>
/// <param name="Notes">What has become of it: another id, other keys, what is left out.</param>
/// <param name="Problems">What cannot be read.</param>
public sealed record ForeignOrigin(string Where, IReadOnlyList<string> Notes, IReadOnlyList<Problem> Problems);
