using System.Buffers.Binary;
using System.Text;

namespace FlowConfigs.LocalHosting.Telemetry;

/// <summary>
/// Reads one message of protobuf's wire format, field by field. https://protobuf.dev/programming-guides/encoding/
/// Each value is taken with the method of its type, or passed over with <see cref="Skip"/>, before the next field.
/// </summary>
/// <exception cref="InvalidDataException">Thrown by every member when the bytes are no such message.</exception>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private const int VarintType = 0;
    private const int Fixed64Type = 1;
    private const int BytesType = 2;
    private const int Fixed32Type = 5;

    private ReadOnlySpan<byte> rest = message;
    private int wireType;

    /// <summary>The number of the field that <see cref="Next"/> has found.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    public bool Next()
    {
        if (rest.IsEmpty)
            return false;
        var tag = ReadVarint();
        (Field, wireType) = ((int)Math.Min(tag >> 3, int.MaxValue), (int)(tag & 7));
        return Field > 0 ? true : throw new InvalidDataException("A field has the number 0");
    }

    public ulong Varint()
    {
        Expect(VarintType);
        return ReadVarint();
    }

    public ulong Fixed64()
    {
        Expect(Fixed64Type);
        return BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
    }

    public double Double() => BitConverter.UInt64BitsToDouble(Fixed64());

    /// <summary>A nested message, or bytes.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        Expect(BytesType);
        return Take(ReadVarint());
    }

    /// <summary>A text, cut at <see cref="TelemetryLimits.Text"/>.</summary>
    public string Text()
    {
        var bytes = Bytes();
        if (bytes.Length <= TelemetryLimits.Text)
            return Encoding.UTF8.GetString(bytes);
        return Encoding.UTF8.GetString(bytes[..TelemetryLimits.Text]) + "…";
    }

    /// <summary>Appends the numbers of a repeated field, which comes packed into one value or one by one.</summary>
    public void AddFixed64(List<ulong> numbers)
    {
        var bytes = wireType == Fixed64Type ? Take(sizeof(ulong)) : Bytes();
        if (bytes.Length % sizeof(ulong) != 0 || numbers.Count + bytes.Length / sizeof(ulong) > TelemetryLimits.Buckets)
            throw new InvalidDataException($"Field {Field} does not hold up to {TelemetryLimits.Buckets} numbers of 8 bytes");
        for (; !bytes.IsEmpty; bytes = bytes[sizeof(ulong)..])
            numbers.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
    }

    public void Skip() => _ = wireType switch
    {
        VarintType => ReadVarint() > 0,
        Fixed64Type => Take(sizeof(ulong)).IsEmpty,
        BytesType => Take(ReadVarint()).IsEmpty,
        Fixed32Type => Take(sizeof(uint)).IsEmpty,
        _ => throw new InvalidDataException($"Field {Field} has wire type {wireType}, which does not exist"),
    };

    private readonly void Expect(int expected)
    {
        if (wireType != expected)
            throw new InvalidDataException($"Field {Field} has wire type {wireType} instead of {expected}");
    }

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("A number is longer than 64 bits");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)rest.Length)
            throw new InvalidDataException($"Field {Field} ends after the end of its message");
        var taken = rest[..(int)length];
        rest = rest[(int)length..];
        return taken;
    }
}
