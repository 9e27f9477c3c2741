namespace FlowConfigs.Core.Exchange;

/// <summary>Configs that another product wrote, as this product's own document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Origins">For each config where the file has it, and what has become of it.</param>
/// <param name="Refused">What cannot become a config.</param>
/// <param name="Notes">What is left out of the file as a whole.</param>
public sealed record ForeignFile(
    ExportDocument Document,
    IReadOnlyDictionary<ConfigId, ForeignOrigin> Origins,
    IReadOnlyList<ImportItem> Refused,
    IReadOnlyList<string> Notes);

/// <summary>Where a config comes from.</summary>
/// <param name="Where">Its place in the file, such as <c>line 3</c>; empty where the id says it.</param>
/// <param name="Notes">What has become of it: another id, other keys, what is left out.</param>
/// <param name="Problems">What cannot be read.</param>
public sealed record ForeignOrigin(string Where, IReadOnlyList<string> Notes, IReadOnlyList<Problem> Problems);
