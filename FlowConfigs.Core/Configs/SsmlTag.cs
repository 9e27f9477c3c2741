namespace FlowConfigs.Core.Configs;

/// <summary>A tag that Amazon Polly has.</summary>
/// <param name="Name">Its name, with Polly's prefix where it has one.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record SsmlTag(string Name, params IReadOnlyList<SsmlAttribute> Attributes)
{
    /// <summary>Whether nothing stands between its beginning and its end.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Whether it says nothing without an attribute.</summary>
    public bool NeedsAttribute { get; init; }
}
