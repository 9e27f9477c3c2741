namespace FlowConfigs.Vanity;

/// <summary>A number with words in it.</summary>
public sealed record VanityNumber
{
    /// <summary>Makes one of its parts.</summary>
    /// <param name="area">What is dialled before the local part.</param>
    /// <param name="parts">Words in lower case, and runs of digits, in the order in which they are dialled.</param>
    internal VanityNumber(string area, IReadOnlyList<VanityPart> parts)
    {
        (Area, Parts) = (area, parts);
        Text = string.Join('-', parts.Select(part => part.Text.ToUpperInvariant()).Prepend(area));
    }

    /// <summary>What is dialled before the local part.</summary>
    public string Area { get; }

    /// <summary>The local part.</summary>
    public IReadOnlyList<VanityPart> Parts { get; }

    /// <summary>As it is written: <c>1-800-FLOWERS</c>.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>A word, or digits between words.</summary>
/// <param name="Text">A word is in lower case.</param>
/// <param name="IsWord">Whether it is a word.</param>
/// <param name="IsCommon">Whether it is a word that everyone says.</param>
public readonly record struct VanityPart(string Text, bool IsWord, bool IsCommon);
