using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FlowConfigs.LocalHosting;

/// <summary>Text with values in it that are known only when the system runs, written as an interpolated string.</summary>
public sealed class ReferenceExpression : IValueProvider, IManifestExpressionProvider
{
    private ReferenceExpression(string format, IReadOnlyList<IValueProvider> valueProviders, IReadOnlyList<string> placeholders)
    {
        Format = format;
        ValueProviders = valueProviders;
        ValueExpression = string.Format(CultureInfo.InvariantCulture, format, [.. placeholders]);
    }

    /// <summary>The composite format string.</summary>
    public string Format { get; }

    /// <summary>The values for the format's places.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders { get; }

    /// <inheritdoc/>
    public string ValueExpression { get; }

    /// <summary>Takes an interpolated string apart.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    /// <inheritdoc/>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var values = new object?[ValueProviders.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = await ValueProviders[i].GetValueAsync(cancellationToken);

        return string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    /// <summary>Keeps the values of an interpolated string instead of writing them out at once.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder format = new(literalLength * 2);
        private readonly List<IValueProvider> values = new(formattedCount);
        private readonly List<string> placeholders = new(formattedCount);

        /// <summary>Adds the text between two values.</summary>
        public void AppendLiteral(string value) =>
            format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        /// <summary>Adds a text that is known already.</summary>
        public void AppendFormatted(string? value) => AppendLiteral(value ?? "");

        /// <summary>Adds a value that is known later.</summary>
        public void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider
        {
            format.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
            values.Add(valueProvider);
            placeholders.Add(valueProvider.ValueExpression);
        }

        /// <summary>Adds the value of a resource, such as a parameter.</summary>
        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider.Resource);

        internal ReferenceExpression GetExpression() => new(format.ToString(), [.. values], [.. placeholders]);
    }
}
