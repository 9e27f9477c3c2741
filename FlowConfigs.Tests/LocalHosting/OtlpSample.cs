using System.Text;

namespace FlowConfigs.Tests.LocalHosting;

/// <summary>Writes OTLP requests, as many and as odd as a test needs. What exporters send comes from a real one elsewhere.</summary>
internal static class OtlpSample
{
    public static string TraceId(int number) => $"{number + 1:x32}";

    public static string SpanId(int number) => $"{number + 1:x16}";

    public static byte[] Request(string resource, string scope, IEnumerable<byte[]> items)
    {
        var service = Attribute("service.name", resource);
        var content = items.Select(item => Field(2, item)).Prepend(Field(1, Field(1, Text(scope))));
        return Field(1, [.. Field(1, service), .. Field(2, Join(content))]);
    }

    public static byte[] Span(
        string traceId, string spanId, string name, string parentId = "", bool isError = false, params byte[][] more) =>
    [
        .. Field(1, Convert.FromHexString(traceId)), .. Field(2, Convert.FromHexString(spanId)),
        .. Field(4, Convert.FromHexString(parentId)), .. Field(5, Text(name)), .. Varint(6, 2),
        .. Fixed(7, 1_700_000_000_000_000_000), .. Fixed(8, 1_700_000_000_020_000_000),
        .. Field(15, isError ? Varint(3, 2) : []), .. Join(more),
    ];

    public static byte[] Line(string text, ulong severity = 9, string traceId = "", params byte[][] more) =>
    [
        .. Fixed(1, 1_700_000_000_000_000_000), .. Varint(2, severity), .. Field(5, Field(1, Text(text))),
        .. Field(9, Convert.FromHexString(traceId)), .. Join(more),
    ];

    public static byte[] Attribute(string name, string value) =>
        Field(1, [.. Field(1, Text(name)), .. Field(2, Field(1, Text(value)))]);

    /// <summary>An attribute as the field of a span (9) or a log line (6).</summary>
    public static byte[] AttributeAs(int field, string name, string value) =>
        Field(field, [.. Field(1, Text(name)), .. Field(2, Field(1, Text(value)))]);

    public static byte[] Field(int number, byte[] content) =>
        [.. Number((ulong)number << 3 | 2), .. Number((ulong)content.Length), .. content];

    public static byte[] Varint(int number, ulong value) => [.. Number((ulong)number << 3), .. Number(value)];

    public static byte[] Fixed(int number, ulong value) => [.. Number((ulong)number << 3 | 1), .. BitConverter.GetBytes(value)];

    public static byte[] Join(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Number(ulong value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        return [.. bytes, (byte)value];
    }
}
