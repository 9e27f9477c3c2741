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
